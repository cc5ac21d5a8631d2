package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Frames were given up not long ago. One thread. */
final class DroppingRule implements Rule {

    private final Duration remembered;
    private long dropped;
    private long before;
    private @Nullable Instant last;

    /** @param dropped so far, which is no news */
    DroppingRule(WatchPolicy policy, long dropped) {
        remembered = policy.dropping();
        this.dropped = dropped;
        before = dropped;
    }

    /** @param counted all that were dropped so far */
    void look(Instant now, long counted) {
        if (last != null && now.isAfter(last.plus(remembered))) {
            last = null;
        }
        if (counted > dropped) {
            before = last == null ? dropped : before;
            last = now;
        }
        dropped = counted;
    }

    @Override
    public Condition condition() {
        return Condition.DROPPING;
    }

    @Override
    public boolean holds() {
        return last != null;
    }

    @Override
    public String complaint() {
        return "frames dropped of late: " + (dropped - before);
    }

    /** What waits can be dropped without any camera. */
    @Override
    public void interrupt() {}
}
