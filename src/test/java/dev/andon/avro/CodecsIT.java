package dev.andon.avro;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.andon.core.frame.Frame;
import dev.andon.demo.cluster.RegistryProcess;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a real registry; the last test takes it away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CodecsIT {

    @TempDir
    static Path directory;

    private static RegistryProcess process;

    private final Frame frame = new Generated(1).frame();

    @BeforeAll
    static void start() throws Exception {
        process = RegistryProcess.start(directory);
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    @Order(1)
    void saysWhatIsMissingUntilItIsRegistered() {
        try (Codecs codecs = Codecs.connect(access())) {
            assertThat(codecs.prepare(TestCodecs.TOPICS, false)).isInstanceOfSatisfying(Preparation.Missing.class,
                    missing -> assertThat(missing.problems()).hasSameSizeAs(TestCodecs.TOPICS));
            assertThat(codecs.prepare(TestCodecs.TOPICS, true)).isEqualTo(new Preparation.Ready());
        }
        try (Codecs codecs = Codecs.connect(access())) {
            assertThat(codecs.prepare(TestCodecs.TOPICS, false)).isEqualTo(new Preparation.Ready());
        }
    }

    @Test
    @Order(2)
    void anotherProcessReadsWhatWasWritten() {
        byte[] bytes = TestCodecs.prepared(new ConfluentRegistry(access())).frames().encode(frame);

        try (Codecs reader = Codecs.connect(access())) {
            assertThat(reader.frames().decode(bytes)).isInstanceOfSatisfying(Decoding.Decoded.class,
                    read -> assertThat(((Frame) read.value()).id()).isEqualTo(frame.id()));
        }
    }

    @Test
    @Order(3)
    void confluentsClientFindsTheSchemaOfTheBytes() throws IOException {
        // given
        byte[] bytes = TestCodecs.prepared(new ConfluentRegistry(access())).frames().encode(frame);

        // when somebody who knows the wire format alone reads them
        int id = ByteBuffer.wrap(bytes).getInt(1);
        Schema schema = new Schema.Parser().parse(ClientOfConfluent.schemaText(process.url(), id));
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema).read(null,
                DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));

        // then
        assertThat(read.get("frameId")).hasToString(frame.id().value());
        assertThat(schema).isEqualTo(Schemas.FRAME);
    }

    @Test
    @Order(4)
    void anUnknownIdIsUndecodable() {
        try (Codecs codecs = Codecs.connect(access())) {
            assertThat(codecs.frames().decode(new byte[]{0, 0, 15, 66, 64, 0}))
                    .isInstanceOfSatisfying(Decoding.Undecodable.class,
                            no -> assertThat(no.message()).contains("schema id 1000000", "not in the registry"));
        }
    }

    @Test
    @Order(5)
    void refusesWhatWouldBreakReaders() {
        // given a schema in which a field has become another type
        Schema broken = new Schema.Parser().parse(Schemas.FRAME.toString()
                .replaceFirst("\\{\"name\":\"size\",\"type\":\"long\"", "{\"name\":\"size\",\"type\":\"string\"")
                .replaceFirst("\"doc\":\"Bytes of the image.\",\"default\":0", "\"doc\":\"\",\"default\":\"\""));
        try (SchemaRegistry registry = new ConfluentRegistry(access())) {

            assertThat(registry.accepts("frames-value", broken)).isEqualTo(new Answer.Found<>(false));
            assertThat(registry.register("frames-value", broken)).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    @Order(6)
    void recordsWaitWhileItIsAway() throws Exception {
        // given
        byte[] bytes = TestCodecs.prepared(new ConfluentRegistry(access())).frames().encode(frame);
        try (Codecs reader = Codecs.connect(access())) {

            // when
            process.kill();
            Decoding<Frame> away = reader.frames().decode(bytes);
            process = RegistryProcess.start(directory);
            Decoding<Frame> back = reader.frames().decode(bytes);

            // then
            assertThat(away).isInstanceOf(Decoding.RegistryAway.class);
            assertThat(back).isInstanceOf(Decoding.Decoded.class);
        }
    }

    private static RegistryAccess access() {
        return new RegistryAccess(List.of(URI.create(process.url())), Duration.ofSeconds(5), Map.of());
    }
}
