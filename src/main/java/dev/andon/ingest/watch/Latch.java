package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A condition that does not flap: whatever contradicts it has to be seen for a time, without anything else in between.
 *
 * <pre>
 *          signs of it, often enough and long enough
 *       ┌────────────────────────────────────────────▶
 *   off                                                on
 *       ◀────────────────────────────────────────────┘
 *          signs of its end, long enough
 * </pre>
 *
 * One thread.
 */
final class Latch {

    private final Duration begins;
    private final int times;
    private final Duration ends;

    private boolean on;
    private @Nullable Instant contradicted;
    private int contradictions;

    /**
     * Off at first.
     *
     * @param begins from the first sign of it to the last one that is needed
     * @param times  signs of it that are needed, at least 1
     * @param ends   from the first sign of its end to the last one that is needed
     */
    Latch(Duration begins, int times, Duration ends) {
        this.begins = begins;
        this.times = times;
        this.ends = ends;
    }

    /**
     * Something was seen.
     *
     * @param sign of the condition
     * @param end  a sign of its end; where neither is one, everything stays as it is
     */
    void see(Instant at, boolean sign, boolean end) {
        if (!(on ? end : sign)) {
            contradicted = null;
            return;
        }
        if (contradicted == null) {
            contradicted = at;
            contradictions = 0;
        }
        contradictions++;
        boolean enough = on || contradictions >= times;
        if (enough && !at.isBefore(contradicted.plus(on ? ends : begins))) {
            on = !on;
            contradicted = null;
        }
    }

    boolean isOn() {
        return on;
    }

    /** Off, as at first. */
    void reset() {
        on = false;
        contradicted = null;
    }
}
