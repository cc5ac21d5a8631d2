package dev.andon.config;

import java.time.Duration;

/**
 * How triggers choose among the pictures of a camera: only those that are chosen become frames.
 *
 * @param choose   which picture within the window
 * @param window   how far a picture may be from the time of its trigger, either way
 * @param offset   between the moment that the camera sees and the one that its picture is stamped with
 * @param patience how long a trigger waits for pictures and for knowledge of its clock
 * @param expected whether each picture should have a trigger, as of a camera that is triggered itself
 * @param remember how long pictures are remembered
 * @param bytes    of them at most
 * @param clock    of the triggers
 */
public record TriggerConfig(Choose choose, Duration window, Duration offset, Duration patience, boolean expected,
        Duration remember, DataSize bytes, Clock clock) {

    /** Which picture it is. */
    public enum Choose {
        NEAREST, SHARPEST
    }

    /**
     * The clock that stamps triggers.
     *
     * @param correct   whether its skew is taken from its times; false to take them as they are
     * @param transport the least time that a trigger is on its way
     * @param jitter    how much that time varies
     * @param limit     of the skew, beyond which there is an alarm
     */
    public record Clock(boolean correct, Duration transport, Duration jitter, Duration limit) {}
}
