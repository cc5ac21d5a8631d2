package dev.andon.topology;

import java.time.Duration;
import java.time.Instant;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failure: twice as long as after the one before, up to a limit, and short again when all went
 * well for a while. Failures that come before the last pause is over belong together: several threads that fail of one
 * cause wait equally long. Any thread.
 */
final class GrowingPause {

    private final Duration first;
    private final Duration longest;
    private final Duration healthy;

    @GuardedBy("this")
    private Duration pause;

    @GuardedBy("this")
    private @Nullable Instant last;

    /**
     * A pause that has not grown.
     *
     * @param healthy without a failure for so long, the next one counts as the first
     */
    GrowingPause(Duration first, Duration longest, Duration healthy) {
        this.first = first;
        this.longest = longest;
        this.healthy = healthy;
        this.pause = first;
    }

    /** The pause after a failure now. */
    synchronized Duration after(Instant now) {
        if (last == null || !last.plus(pause).plus(healthy).isAfter(now)) {
            pause = first;
            last = now;
        } else if (!last.plus(pause).isAfter(now)) {
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(longest) < 0 ? twice : longest;
            last = now;
        }
        return pause;
    }
}
