package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A line that runs before a camera: what happens, in the order of its arrival at us.
 *
 * @param triggers their number, 5 per second
 * @param skew     how much their clock is ahead
 * @param aside    how far from the middle of a frame's exposure units may pass, either way, even with their times
 */
record Scene(int triggers, Duration skew, Duration aside) {

    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private static final int FRAMES_PER_TRIGGER = 5;

    private static final Duration FRAME = Duration.ofMillis(40);
    private static final Duration FRAME_JITTER = Duration.ofMillis(2);
    private static final Duration ON_ITS_WAY = Duration.ofMillis(120);
    private static final Duration TRANSPORT_JITTER = Duration.ofMillis(50);

    /** Frames before the first trigger and after the last one. */
    private static final int AROUND = 25;

    /** Something that we hear of. */
    sealed interface Arrival {

        Instant when();
    }

    /** @param number of the frame, counting from 0 */
    record OfFrame(Instant when, int number, Instant capturedAt) implements Arrival {}

    /**
     * @param frame    the one whose exposure the unit passes in
     * @param passedAt when the unit really was there
     * @param at       the same by the clock of the triggers
     */
    record OfTrigger(Instant when, int number, int frame, Instant passedAt, Instant at) implements Arrival {}

    List<Arrival> play(RandomGenerator random) {
        List<Arrival> all = new ArrayList<>();
        for (int number = 0; number < triggers * FRAMES_PER_TRIGGER + 2 * AROUND; number++) {
            Instant capturedAt = START.plus(FRAME.multipliedBy(number)).plus(around(FRAME_JITTER, random));
            all.add(new OfFrame(capturedAt.plus(ON_ITS_WAY).plus(upTo(FRAME_JITTER, random)), number, capturedAt));
        }
        for (int number = 0; number < triggers; number++) {
            int frame = AROUND + number * FRAMES_PER_TRIGGER;
            Instant passedAt = START.plus(FRAME.multipliedBy(frame)).plus(around(aside, random));
            all.add(new OfTrigger(passedAt.plus(upTo(TRANSPORT_JITTER, random)), number, frame, passedAt,
                    passedAt.plus(skew)));
        }
        all.sort(Comparator.comparing(Arrival::when));
        return all;
    }

    private static Duration upTo(Duration most, RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }

    private static Duration around(Duration most, RandomGenerator random) {
        return upTo(most.multipliedBy(2), random).minus(most);
    }
}
