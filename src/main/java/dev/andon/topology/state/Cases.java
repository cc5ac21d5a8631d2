package dev.andon.topology.state;

import java.time.Duration;
import java.time.Instant;

import dev.andon.avro.MalformedRecordException;
import dev.andon.avro.ReviewedMapper;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Reviewed;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Every inspection of the last days with what was said of it, be it nothing. Kept under the time of its decision, so that
 * what is too old is dropped as a whole. One thread.
 */
public final class Cases {

    /** Clocks of those who decide may be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final ReviewedMapper MAPPER = new ReviewedMapper();

    private final WindowStore<String, dev.andon.schema.Reviewed> store;
    private final Duration remembered;

    /** @param remembered how far it reaches back */
    public Cases(WindowStore<String, dev.andon.schema.Reviewed> store, Duration remembered) {
        this.store = store;
        this.remembered = remembered;
    }

    /** The case of an inspection; null where there is none, or it was too long ago. */
    public @Nullable Reviewed find(LineId line, String inspectionId, Instant now) {
        try (WindowStoreIterator<dev.andon.schema.Reviewed> found = store.fetch(key(line, inspectionId),
                now.minus(remembered), now.plus(AHEAD))) {
            return found.hasNext() ? read(found.next().value) : null;
        }
    }

    /** Keeps a case, in place of what was known of it. */
    public void put(Reviewed reviewed) {
        store.put(key(reviewed.inspected().subject().line(), reviewed.inspected().inspectionId()),
                MAPPER.toAvro(reviewed), reviewed.inspected().decided().toEpochMilli());
    }

    private static Reviewed read(dev.andon.schema.Reviewed stored) {
        try {
            return MAPPER.toCore(stored);
        } catch (MalformedRecordException e) {
            throw UnusableStateException.damaged(e);
        }
    }

    private static String key(LineId line, String inspectionId) {
        return StoreKeys.line(line) + inspectionId;
    }
}
