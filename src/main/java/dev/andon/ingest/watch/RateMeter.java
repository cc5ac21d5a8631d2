package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Counts per second over the last span, which moves on in thirtieths of itself. One thread.
 *
 * <p>Only whole thirtieths count, so that the figure does not depend on when one looks; before a span has passed it is that
 * of the thirtieths so far.
 */
final class RateMeter {

    private static final int SLOTS = 30;

    private final long slotMillis;

    /** Of the slot under way and of the whole ones before it, each at its number modulo the length. */
    private final int[] counts = new int[SLOTS + 1];

    private long slot;
    private long firstWhole;

    RateMeter(Duration span, Instant now) {
        slotMillis = Math.max(1, span.toMillis() / SLOTS);
        restart(now);
    }

    /** Forgets what was before. */
    void restart(Instant now) {
        Arrays.fill(counts, 0);
        slot = slotOf(now);
        firstWhole = slot + 1;
    }

    void count(Instant at) {
        goOn(at);
        counts[(int) (slot % counts.length)]++;
    }

    /** 0 until the first thirtieth is over. */
    double perSecond(Instant now) {
        goOn(now);
        long whole = wholeSlots();
        long sum = 0;
        for (long each = slot - whole; each < slot; each++) {
            sum += counts[(int) (each % counts.length)];
        }
        return whole == 0 ? 0 : sum / (whole * slotMillis / 1_000.0);
    }

    /** Whether a whole span has passed. */
    boolean isFull(Instant now) {
        goOn(now);
        return wholeSlots() == SLOTS;
    }

    private long wholeSlots() {
        return Math.clamp(slot - firstWhole, 0, SLOTS);
    }

    /** A clock that is set back stands still here until it has caught up. */
    private void goOn(Instant to) {
        long target = slotOf(to);
        for (long each = Math.max(slot + 1, target - SLOTS); each <= target; each++) {
            counts[(int) (each % counts.length)] = 0;
        }
        slot = Math.max(slot, target);
    }

    private long slotOf(Instant at) {
        return Math.max(0, at.toEpochMilli() / slotMillis);
    }
}
