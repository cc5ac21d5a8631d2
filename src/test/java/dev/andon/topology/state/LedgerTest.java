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
        ledger.put(entry(3, 100));
        ledger.put(entry(3, 200));

        assertThat(new Ledger(store).entries()).extracting(LedgerEntry::crc).containsExactly(100L, 200L);
    }

    @Test
    void soAreTwoAtTheSameOffset() {
        ledger.put(entry(3, 100));
        ledger.put(entry(3, 200));
        ledger.put(entry(4, 300));
        ledger.put(entry(3, 400));

        assertThat(new Ledger(store).entries()).extracting(LedgerEntry::crc)
                .containsExactly(100L, 200L, 400L, 300L);
    }

    @Test
    void eachIsChangedAndRemovedByItself() {
        ledger.put(entry(3, 100));
        ledger.put(entry(3, 200));
        Ledger restarted = new Ledger(store);

        restarted.put(entry(3, 100).withAttempts(Attempts.NONE.begun("somebody")));
        assertThat(restarted.entries()).extracting(entry -> entry.attempts().count()).containsExactly(1, 0);
        restarted.remove(entry(3, 200));
        restarted.put(entry(3, 100));

        assertThat(restarted.entries()).isEqualTo(List.of(entry(3, 100)));
        assertThat(restarted.holds(entry(3, 100))).isTrue();
        restarted.remove(entry(3, 100));
        assertThat(restarted.entries()).isEmpty();
        assertThat(restarted.holds(entry(3, 100))).isFalse();
    }

    @Test
    void withoutOthersAnEntryIsOverwritten() {
        ledger.put(entry(3, 100));
        ledger.put(entry(3, 100).withAttempts(Attempts.NONE.begun("somebody")));

        assertThat(ledger.entries()).singleElement().extracting("attempts.count").isEqualTo(1);
    }

    private static LedgerEntry entry(long offset, long crc) {
        return LedgerEntry.fresh(new Position("frames", 0, offset), "line-1", 10, crc, Instant.EPOCH);
    }
}
