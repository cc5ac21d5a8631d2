package dev.andon.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What is published can be read by programs that know nothing of this one. */
@ExtendWith({SharedCluster.class, SharedPlant.class})
class WireFormatIT {

    private static final int HEADER = 5;

    @Test
    void confluentsClientFindsTheSchemaOfADecisionByItsBytes(Plant plant) throws Exception {
        // given
        byte[] bytes = decision(plant, "wired", "steady").getFirst();

        // when
        String registry = plant.config().registry().urls().getFirst().toString();
        GenericRecord read;
        try (CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(registry, 10, Map.of())) {
            Schema schema = new Schema.Parser()
                    .parse(client.getSchemaById(ByteBuffer.wrap(bytes).getInt(1)).canonicalString());
            read = new GenericDatumReader<GenericRecord>(schema).read(null,
                    DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
        }

        // then
        assertThat(bytes[0]).isZero();
        assertThat(read.get("frameId")).hasToString("wired-0");
        assertThat(read.get("route")).hasToString("ACCEPTED");
        assertThat((List<?>) read.get("samples")).hasSize(5);
    }

    @Test
    void kcatReadsTheSameBytes(Plant plant) throws Exception {
        assumeTrue(Kcat.isInstalled(), "kcat is not installed; on Debian: apt-get install kcat");
        // given
        List<byte[]> values = decision(plant, "catted", ScriptedVlm.TORN);

        // when
        byte[] output = Kcat.read(plant, plant.config().topics().humanReview(), "%k %S\n%s\n");

        // then
        byte[] expected = framed("catted", values.getFirst());
        assertThat(new String(output, StandardCharsets.ISO_8859_1))
                .contains(new String(expected, StandardCharsets.ISO_8859_1));
    }

    /** The values of one decision on a line. */
    private static List<byte[]> decision(Plant plant, String line, String model) throws Exception {
        plant.decree(TestPolicies.fixed(line, 1, model, 0.25));
        List<Frame> frames = Shots.of(line, 0, 1);
        try (Outputs outputs = plant.outputs()) {
            plant.take(frames);
            awaitDecisions(outputs, line, 1);
            return outputs.of(line).stream().map(decision -> decision.record().value()).toList();
        }
    }

    private static byte[] framed(String key, byte[] value) {
        byte[] head = (key + " " + value.length + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + value.length + 1).put(head).put(value).put((byte) '\n').array();
    }
}
