package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The same picture again and again. A sensor has noise and never gives the same one twice, so that one other picture ends
 * it. One thread.
 */
final class FrozenRule implements Rule {

    /** Repetitions that are needed, however far they are apart. */
    private static final int TIMES = 2;

    private final Latch latch;
    private @Nullable Instant since;

    FrozenRule(WatchPolicy policy) {
        latch = new Latch(policy.frozenAfter(), TIMES, Duration.ZERO);
    }

    void see(Instant at, boolean repeated) {
        since = repeated && since != null ? since : at;
        latch.see(at, repeated, !repeated);
    }

    @Override
    public Condition condition() {
        return Condition.FROZEN;
    }

    @Override
    public boolean holds() {
        return latch.isOn();
    }

    @Override
    public String complaint() {
        return "the picture has been the same since " + since + ": restart the camera";
    }

    @Override
    public void interrupt() {
        latch.reset();
        since = null;
    }
}
