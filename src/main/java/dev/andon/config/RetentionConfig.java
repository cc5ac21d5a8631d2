package dev.andon.config;

import java.time.Duration;

/**
 * How long stored images are kept after their last use, by what came of it. What waits for a person or for its inspection
 * is always kept.
 *
 * @param held          held, and not found to be {@code NOT_OK}
 * @param notOk         {@code NOT_OK}, by the model or by the last verdict
 * @param accepted      accepted as {@code OK}
 * @param unreferenced  no record refers to it
 * @param acceptedShare share of the frames accepted as {@code OK} that are kept as long as held ones; 0 to 1
 */
public record RetentionConfig(Duration held, Duration notOk, Duration accepted, Duration unreferenced,
        double acceptedShare) {

    /** Where nothing is configured. */
    public static final RetentionConfig USUAL = new RetentionConfig(Duration.ofDays(90), Duration.ofDays(180),
            Duration.ofDays(7), Duration.ofDays(14), 0.01);

    /** Twice the age at which an image that is stored again gets a new time, so that nobody deletes it meanwhile. */
    static final Duration LEAST = Duration.ofDays(2);

    static final Duration MOST = Duration.ofDays(36_500);
}
