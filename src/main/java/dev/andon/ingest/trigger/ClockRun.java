package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is known of a clock while nobody sets it: the least lag among its latest triggers. One at a time.
 *
 * <p>Lags are kept that are less than all later ones, so that the first is the least of the window (Lemire, "Streaming
 * maximum-minimum filter using no more than three comparisons per element", arXiv cs/0610046).
 */
final class ClockRun {

    /** The window: so many triggers, and no older ones. */
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int CREDIBLE = 3;
    private static final int ENOUGH = 20;

    private record Lag(long number, Instant receivedAt, Duration value) {}

    private final Duration jitter;
    private final Deque<Lag> window = new ArrayDeque<>();
    private final Instant first;
    private Instant last;
    private Duration greatest;
    private long count;

    /** Begins with a trigger of this time and lag. */
    ClockRun(Duration jitter, Instant at, Duration lag) {
        this.jitter = jitter;
        this.first = at;
        this.last = at;
        this.greatest = lag;
        add(at, lag);
    }

    /** Takes a trigger that belongs to it. */
    void add(Instant at, Duration lag) {
        Instant receivedAt = at.plus(lag);
        last = at;
        greatest = greatest.compareTo(lag) < 0 ? lag : greatest;
        count++;
        while (!window.isEmpty() && window.getLast().value().compareTo(lag) >= 0) {
            window.removeLast();
        }
        window.addLast(new Lag(count, receivedAt, lag));
        while (window.getFirst().number() <= count - MOST
                || window.getFirst().receivedAt().isBefore(receivedAt.minus(LONGEST))) {
            window.removeFirst();
        }
    }

    Duration least() {
        return window.getFirst().value();
    }

    /** Whether a lag differs from the least by no more than the way can. */
    boolean fits(Duration lag) {
        return lag.minus(least()).abs().compareTo(jitter) <= 0;
    }

    /** Whether all lags, with this one, differ by no more than the way can. */
    boolean agrees(Duration lag) {
        return lag.minus(least()).compareTo(jitter) <= 0 && greatest.minus(lag).compareTo(jitter) <= 0;
    }

    /**
     * Whether enough triggers agree, which were given at times that differ by more than their lags may. So those that wait
     * in a queue and come all at once do not agree: they lag the less, the later they were given.
     */
    boolean isCredible() {
        return count >= CREDIBLE && Duration.between(first, last).abs().compareTo(jitter.multipliedBy(2)) >= 0;
    }

    /** Whether there were triggers enough for the least lag to be near the least possible one. */
    boolean isSettled() {
        return count >= ENOUGH && isCredible();
    }
}
