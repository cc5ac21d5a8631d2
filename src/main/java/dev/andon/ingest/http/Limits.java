package dev.andon.ingest.http;

import java.time.Duration;

/**
 * How much is taken at once, and how long it may take.
 *
 * @param image              size of one image
 * @param bytesUnderWay      of the bodies that are worked on at once; a single one is always worked on
 * @param receivedWithin     the time for the body of a request
 * @param acknowledgedWithin the time after which a request is told that nobody knows whether its frame was written
 */
public record Limits(ImageLimit image, int bytesUnderWay, Duration receivedWithin, Duration acknowledgedWithin) {

    private static final Duration RECEIVED_WITHIN = Duration.ofMinutes(2);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    /** Each body is held up to three times: as it came, in its record, and in the producer's buffer. */
    private static final int SHARE_OF_MEMORY = 8;

    /** What suits a process with as much memory as this one. */
    public static Limits usual(ImageLimit image) {
        long memory = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
        return new Limits(image, (int) Math.min(Math.max(memory, image.bytes()), Integer.MAX_VALUE), RECEIVED_WITHIN,
                ACKNOWLEDGED_WITHIN);
    }
}
