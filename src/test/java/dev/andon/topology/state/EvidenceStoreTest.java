package dev.andon.topology.state;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import dev.andon.core.calibration.EvidenceFrame;
import dev.andon.core.calibration.Outcome;
import dev.andon.core.frame.LineId;
import dev.andon.schema.state.Evidence;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames lie in the order in which they count, each recipe's by themselves. */
class EvidenceStoreTest {

    private static final LineId LINE = new LineId("line-1");
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.089Z");

    private KeyValueStore<String, Evidence> store;
    private EvidenceStore frames;

    @BeforeEach
    void open(@TempDir Path directory) {
        MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0),
                directory.toFile());
        store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("store"), Serdes.String(),
                StateCodec.EVIDENCE.serde()).withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        frames = new EvidenceStore(store, LINE, "bracket");
    }

    @Test
    void framesAreShownByTimeWhateverOrderTheyCameIn() {
        frames.put(frame("b", 3));
        frames.put(frame("a", 1_000_000));
        frames.put(frame("c", 1));

        assertThat(walked(TIME)).extracting(EvidenceFrame::inspectionId).containsExactly("c", "b", "a");
        assertThat(walked(TIME.plusMillis(2))).extracting(EvidenceFrame::inspectionId).containsExactly("b", "a");
    }

    @Test
    void aFrameReplacesTheOneOfItsGroup() {
        EvidenceFrame first = new EvidenceFrame("unit 7", "a", TIME, TIME, 0.5, 3, null);
        EvidenceFrame second = new EvidenceFrame("unit 7", "b", TIME.plusMillis(9), TIME, 0.4, 4, Outcome.RIGHT);
        frames.put(first);

        frames.put(second);

        assertThat(frames.find("unit 7")).isEqualTo(second);
        assertThat(walked(TIME)).containsExactly(second);
    }

    @Test
    void whatIsRemovedIsGone() {
        frames.put(frame("a", 1));
        frames.put(frame("b", 2));

        frames.remove(frame("a", 1));

        assertThat(frames.find("a")).isNull();
        assertThat(walked(TIME)).extracting(EvidenceFrame::inspectionId).containsExactly("b");
    }

    @Test
    void recipesDoNotSeeEachOther() {
        EvidenceStore other = new EvidenceStore(store, LINE, "bracket:2");
        frames.put(frame("a", 1));
        other.put(frame("b", 2));

        frames.clear();

        assertThat(walked(TIME)).isEmpty();
        assertThat(other.find("b")).isEqualTo(frame("b", 2));
    }

    @Test
    void nothingIsLeftOfWhatIsCleared() {
        frames.put(frame("a", 1));
        frames.put(frame("b", 2));

        frames.clear();

        assertThat(store.all().hasNext()).isFalse();
    }

    private List<EvidenceFrame> walked(Instant from) {
        List<EvidenceFrame> walked = new ArrayList<>();
        frames.walk(from, walked::add);
        return walked;
    }

    private static EvidenceFrame frame(String id, long millis) {
        Instant decided = TIME.plusMillis(millis);
        return new EvidenceFrame(id, id, decided, decided.plus(Duration.ofHours(1)), 0.25, 17, null);
    }
}
