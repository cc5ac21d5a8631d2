package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

import dev.andon.ingest.Shot;
import org.jspecify.annotations.Nullable;

/** A picture that is remembered, and what triggers made of it. One at a time. */
final class Picture {

    private final Shot shot;
    private final Instant takenAt;
    private double sharpness = Double.NaN;
    private boolean askedFor;
    private @Nullable Trigger shows;

    Picture(Shot shot, Instant takenAt) {
        this.shot = shot;
        this.takenAt = takenAt;
    }

    Shot shot() {
        return shot;
    }

    Instant takenAt() {
        return takenAt;
    }

    /** How much later than {@code time} it was taken; negative for earlier. */
    Duration after(Instant time) {
        return Duration.between(time, takenAt);
    }

    /** Measured once. */
    double sharpness(ToDoubleFunction<Shot> measure) {
        if (Double.isNaN(sharpness)) {
            sharpness = measure.applyAsDouble(shot);
        }
        return sharpness;
    }

    /** Some trigger had it within its window. */
    void askFor() {
        askedFor = true;
    }

    boolean isAskedFor() {
        return askedFor;
    }

    /** Whether it shows nothing yet, or the same unit. */
    boolean isFreeFor(Trigger trigger) {
        return shows == null || shows.isOfSameUnitAs(trigger);
    }

    void show(Trigger trigger) {
        shows = trigger;
    }
}
