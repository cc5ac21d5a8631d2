package dev.andon.topology.state;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.SeenFrame;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** State that other versions of the program wrote. */
class StateCodecTest {

    @Test
    void theLedgerOfAVersionThatCountedNoAttemptsIsRead() throws Exception {
        // given
        Schema first = writtenEarlier("InFlight-1");
        GenericData.Record old = new GenericRecordBuilder(first).set("topic", "frames").set("offset", 7L)
                .set("line", "press-1").set("samples", List.of()).build();

        // when
        InFlight read = StateCodec.IN_FLIGHT.decode(bytes(first, old));

        // then
        assertThat(read.getOffset()).isEqualTo(7);
        assertThat(read.getLine()).isEqualTo("press-1");
        assertThat(read.getAttempts()).isZero();
        assertThat(read.getWorker()).isNull();
    }

    @Test
    void stateOfANewerVersionIsRefusedWithWhatToDo() throws Exception {
        Schema newer = new Schema.Parser().parse(InFlight.getClassSchema().toString().replaceFirst("\"fields\":\\[", """
            "fields":[{"name":"shelf","type":"int","default":0},"""));
        GenericData.Record record = new GenericRecordBuilder(newer).build();
        byte[] bytes = bytes(newer, record);

        assertThatThrownBy(() -> StateCodec.IN_FLIGHT.decode(bytes)).hasMessageContaining("start the version");
    }

    /** Who changes a schema of state keeps the old one among those that were written earlier, and its digest here. */
    @Test
    void noSchemaChangesUnnoticed() {
        assertThat(List.of(InFlight.getClassSchema(), LineState.getClassSchema(), SeenFrame.getClassSchema()))
                .extracting(schema -> Long.toHexString(SchemaNormalization.parsingFingerprint64(schema)))
                .containsExactly("5707b773e2fe2ef5", "9ad03a5020162b9c", "2bc9749387b45cc4");
    }

    private static byte[] bytes(Schema schema, GenericData.Record record) throws IOException {
        return new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema).encode(record).array();
    }

    private static Schema writtenEarlier(String name) throws IOException {
        try (InputStream in = Objects
                .requireNonNull(StateCodec.class.getResourceAsStream("written-earlier/" + name + ".avsc"))) {
            return new Schema.Parser().parse(in);
        }
    }
}
