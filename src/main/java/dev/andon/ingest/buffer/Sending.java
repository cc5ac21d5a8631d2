package dev.andon.ingest.buffer;

import java.time.Duration;

import dev.andon.async.FullJitter;

/**
 * How frames are handed to Kafka.
 *
 * @param inFlight at most so many at once, at least 1. With 1 the order is kept whatever fails. More are faster where an
 *                 acknowledgement takes long, and keep the order as long as the producer does not give up on a frame by
 *                 itself while later ones are on their way: its {@code delivery.timeout.ms} has to be longer than any
 *                 outage, which {@code 2147483647} is
 * @param pauses   after failures; where somebody has to help, the longest ones from the beginning
 */
public record Sending(int inFlight, FullJitter pauses) {

    /** One after the other, and pauses of at most 10 s. */
    public static final Sending IN_TURN = new Sending(1,
            new FullJitter(Duration.ofMillis(100), Duration.ofSeconds(10)));

    /** @throws IllegalArgumentException if none may be in flight */
    public Sending {
        if (inFlight < 1) {
            throw new IllegalArgumentException("with " + inFlight + " frames in flight nothing is sent: at least 1");
        }
    }
}
