package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How much the clock that stamps triggers is ahead of ours. One at a time.
 *
 * <p>All that can be seen of a trigger is its lag: received − at = delay − skew. A delay varies and is never negative, so
 * that the least lag of the last triggers is the least delay less the skew; the least delay is taken as known
 * ({@code transport}). What follows from that:
 * <ul>
 * <li>A delay that is always there cannot be told from a clock that is behind, nor can a camera that stamps its pictures
 * late: an error of {@code transport} or of the camera's {@code offset} moves all joins by the same time, one cancels the
 * other, and a look at the pictures shows by how much.
 * <li>The estimate errs to one side. With delays that vary evenly over J, the least of n is J ÷ (n + 1) too much in the
 * mean, so that triggers wait in the beginning until twenty are known, or their patience is over.
 * <li>A clock that gains is followed at once, one that loses after a window (the last 100 triggers, at most two minutes
 * old): 50 millionths of two minutes are 6 ms.
 * <li>A clock that is set, by more than {@code jitter} in either direction, is recognised as soon as three triggers in a row
 * agree about it. If it is set by less, that is followed at once where it goes ahead, and after a window where it goes
 * back. A way that has become longer looks like a clock that was set back; triggers that piled up somewhere do not.
 * <li>Our own clock, when it is set, looks like the other one set the other way.
 * <li>Triggers of one camera have to be stamped by one clock.
 * </ul>
 *
 * <pre>
 *   lag fits the run in force ──▶ belongs to it, and rumours are dismissed
 *   otherwise ──▶ belongs to a rumour ──three agree──▶ that is the run in force
 *                       └──the next does not agree──▶ a new rumour
 * </pre>
 */
final class SkewEstimate {

    private final ClockSettings settings;
    private @Nullable ClockRun inForce;
    private @Nullable ClockRun rumour;

    SkewEstimate(ClockSettings settings) {
        this.settings = settings;
    }

    /** Learns from a trigger, which is not to be one that was here before. */
    Reading read(Trigger trigger) {
        return new Reading(trigger.at(), Duration.between(trigger.at(), trigger.receivedAt()));
    }

    /** How much that clock is ahead of ours, negative for behind; empty as long as there are too few triggers. */
    Optional<Duration> skew() {
        return Optional.ofNullable(inForce).map(run -> settings.transport().minus(run.least()));
    }

    private ClockRun runOf(Instant at, Duration lag) {
        if (inForce != null && inForce.fits(lag)) {
            rumour = null;
            inForce.add(at, lag);
            return inForce;
        }
        ClockRun run = rumour;
        if (run == null || !run.agrees(lag)) {
            run = new ClockRun(settings.jitter(), at, lag);
        } else {
            run.add(at, lag);
        }
        rumour = run;
        if (run.isCredible()) {
            inForce = run;
            rumour = null;
        }
        return run;
    }

    /** The time of one trigger, of which more is known with each trigger that comes after it. */
    final class Reading {

        private final Instant at;
        private final Duration lag;
        private final ClockRun run;

        private Reading(Instant at, Duration lag) {
            this.at = at;
            this.lag = lag;
            this.run = runOf(at, lag);
        }

        /** By our clock, as well as that is known. */
        Instant time() {
            return isTrusted() ? at : at.plus(governing().least()).minus(settings.transport());
        }

        /** Whether later triggers will hardly change it. */
        boolean isSettled() {
            return isTrusted() || (run != rumour && governing().isSettled());
        }

        /** Whether it lies in the future of when we heard of it, so that it is wrong. */
        boolean isAhead() {
            return !isTrusted() && governing().least().minus(lag).compareTo(settings.jitter()) > 0;
        }

        private boolean isTrusted() {
            return settings.mode() == ClockSettings.Mode.TRUST;
        }

        /** Its own, or the one in force where nothing came of that. */
        private ClockRun governing() {
            return inForce == null || run.isCredible() ? run : inForce;
        }
    }
}
