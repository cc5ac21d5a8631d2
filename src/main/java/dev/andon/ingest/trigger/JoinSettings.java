package dev.andon.ingest.trigger;

import java.time.Duration;

/**
 * How triggers are joined to the pictures of a camera.
 *
 * @param window         how far a picture may be from the time of its trigger, either way, inclusive; above 0
 * @param offset         between the moment that the camera saw and the one that its picture is stamped with; negative
 *                       where the stamp is too early
 * @param patience       how long beyond the window a trigger waits for pictures and for knowledge of its clock; at least 0
 * @param expectTriggers whether each picture should have a trigger, as of a camera that is triggered itself
 */
public record JoinSettings(Choice choice, Duration window, Duration offset, Duration patience, boolean expectTriggers,
        Memory memory, ClockSettings clock) {

    /** Which picture within the window it is. */
    public enum Choice {
        NEAREST, SHARPEST
    }

    /**
     * Which pictures are remembered, the newest in any case.
     *
     * @param age   above 0
     * @param bytes of encoded images, above 0
     */
    public record Memory(Duration age, long bytes) {}

    /** @throws IllegalArgumentException if one of them is out of its bounds, or pictures are forgotten too early */
    public JoinSettings {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("the window is " + window + ": give more than 0");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("the patience is " + patience + ": give 0 or more");
        }
        if (memory.bytes() <= 0) {
            throw new IllegalArgumentException("the memory is " + memory.bytes() + " bytes: give more than 0");
        }
        Duration least = patience.plus(window.multipliedBy(2)).plus(clock.jitter());
        if (memory.age().compareTo(least) < 0) {
            throw new IllegalArgumentException("pictures are forgotten after " + memory.age() + ", while triggers may"
                    + " need those of the last " + least
                    + " (patience, twice the window, and jitter): remember them for"
                    + " longer, or be less patient");
        }
    }
}
