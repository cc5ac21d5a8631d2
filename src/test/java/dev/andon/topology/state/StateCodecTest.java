package dev.andon.topology.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.SeenFrame;
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
        Schema first = StateHistory.of(InFlight.getClassSchema()).getFirst();
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

    @Test
    void aLengthInDamagedStateTakesNoMemoryBeforeItIsCheckedAndTheDamageIsTold() {
        byte[] bytes = StateCodec.SEEN_FRAME.encode(new SeenFrame("0123", 7L));
        byte[] damaged = ByteBuffer.wrap(Arrays.copyOf(bytes, 20)).put(10, new byte[]{-2, -1, -1, -1, 13}).array();

        assertThatThrownBy(() -> StateCodec.SEEN_FRAME.decode(damaged)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delete the state directory");
        assertThatThrownBy(() -> StateCodec.SEEN_FRAME.decode(new byte[3])).hasMessageContaining("damaged");
        assertThatThrownBy(() -> StateCodec.SEEN_FRAME.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("goes on after its end");
    }

    private static byte[] bytes(Schema schema, GenericData.Record record) throws IOException {
        return new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema).encode(record).array();
    }
}
