package dev.andon.chaos.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.andon.chaos.feed.Journal;
import dev.andon.config.AndonConfig;

/**
 * Reads along while results are published and committed, and notes when each could be seen. Goes on whatever happens to
 * brokers and registry. Any thread; one of its own reads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Watch implements AutoCloseable {

    private Watch() {}

    /** Starts to read, from the beginning of the topics. */
    public static Watch start(AndonConfig config) {
        throw new UnsupportedOperationException(config.topics().frames());
    }

    /** How many different frames have been decided or given to the dead letters. */
    public int decided() {
        throw new UnsupportedOperationException();
    }

    /** Everything that was seen so far, in the order of its arrival. */
    public List<Arrival> arrivals() {
        throw new UnsupportedOperationException();
    }

    /** When the first decision could be seen of a frame of this partition that was sent after {@code after}. */
    public Optional<Instant> firstDecision(int partition, Instant after) {
        throw new UnsupportedOperationException(partition + after.toString());
    }

    /**
     * Waits until as many frames are decided as are due by the journal, which must be complete.
     *
     * @param stall without any new decision after which it gives up
     * @return whether all that was due has come
     */
    public boolean awaitQuiet(Journal journal, Duration stall) throws InterruptedException {
        throw new UnsupportedOperationException(journal.count() + stall.toString());
    }

    @Override
    public void close() {}
}
