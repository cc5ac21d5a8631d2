package dev.andon.topology.state;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

import dev.andon.core.frame.Position;
import dev.andon.schema.state.InFlight;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Records of a topic that was made anew stand where others stood that are still in flight. */
class LedgerTest {

    @TempDir
    Path directory;

    private KeyValueStore<Long, InFlight> store;
    private Ledger ledger;

    @BeforeEach
    void open() {
        MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0),
                directory.toFile());
        store = Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("ledger"), Serdes.Long(),
                StateCodec.IN_FLIGHT.serde()).withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        ledger = new Ledger(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEntryThatMakesRoomIsStillThereAfterARestart() {
        put(ledger, entry(3, 100));
        put(ledger, entry(3, 200));

        assertThat(new Ledger(store).entries()).extracting(LedgerEntry::crc).containsExactly(100L, 200L);
    }

    @Test
    void soAreTwoAtTheSameOffset() {
        put(ledger, entry(3, 100));
        put(ledger, entry(3, 200));
        put(ledger, entry(4, 300));
        put(ledger, entry(3, 400));

        assertThat(new Ledger(store).entries()).extracting(LedgerEntry::crc)
                .containsExactly(100L, 200L, 400L, 300L);
    }

    @Test
    void eachIsChangedAndRemovedByItself() {
        put(ledger, entry(3, 100));
        put(ledger, entry(3, 200));
        Ledger restarted = new Ledger(store);

        put(restarted, entry(3, 100).withAttempts(Attempts.NONE.begun("somebody")));
        assertThat(restarted.entries()).extracting(entry -> entry.attempts().count()).containsExactly(1, 0);
        restarted.remove(entry(3, 200));
        put(restarted, entry(3, 100));

        assertThat(restarted.entries()).isEqualTo(List.of(entry(3, 100)));
        assertThat(restarted.holds(entry(3, 100))).isTrue();
        restarted.remove(entry(3, 100));
        assertThat(restarted.entries()).isEmpty();
        assertThat(restarted.holds(entry(3, 100))).isFalse();
    }

    @Test
    void withoutOthersAnEntryIsOverwritten() {
        put(ledger, entry(3, 100));
        put(ledger, entry(3, 100).withAttempts(Attempts.NONE.begun("somebody")));

        assertThat(ledger.entries()).singleElement().extracting("attempts.count").isEqualTo(1);
    }

    @Test
    void whatIsPutTwiceIsWrittenOnce() {
        put(ledger, entry(3, 100));
        ledger.put(entry(4, 200));
        ledger.put(entry(4, 200).withAttempts(Attempts.NONE.begun("somebody")));
        assertThat(ledger.entries()).containsExactly(entry(3, 100));

        ledger.flush();

        assertThat(ledger.entries()).extracting(entry -> entry.attempts().count()).containsExactly(0, 1);
        assertThat(store.approximateNumEntries()).as("writes").isEqualTo(2);
        store.delete(4L);
        ledger.flush();
        assertThat(ledger.entries()).containsExactly(entry(3, 100));
    }

    @Test
    void whatIsDecidedAtOnceIsNeverWritten() {
        ledger.put(entry(3, 100));
        assertThat(ledger.holds(entry(3, 100))).isTrue();

        ledger.remove(entry(3, 100));
        ledger.flush();

        assertThat(ledger.holds(entry(3, 100))).isFalse();
        assertThat(ledger.entries()).isEmpty();
    }

    private static void put(Ledger ledger, LedgerEntry entry) {
        ledger.put(entry);
        ledger.flush();
    }

    private static LedgerEntry entry(long offset, long crc) {
        return LedgerEntry.fresh(new Position("frames", 0, offset), "line-1", 10, crc, Instant.EPOCH);
    }
}
