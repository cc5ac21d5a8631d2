package dev.andon.topology.state;

import java.io.IOException;
import java.util.List;

import dev.andon.schema.state.InFlight;
import org.apache.avro.Schema;
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
        Schema first = StateHistory.of("InFlight").getFirst();
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

    private static byte[] bytes(Schema schema, GenericData.Record record) throws IOException {
        return new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema).encode(record).array();
    }
}
