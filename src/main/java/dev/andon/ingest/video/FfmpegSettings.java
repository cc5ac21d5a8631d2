package dev.andon.ingest.video;

import java.time.Duration;

import dev.andon.async.FullJitter;

/**
 * How ffmpeg is used, whatever it reads.
 *
 * @param program      its name or path; from version 5.1
 * @param largestImage bytes of a picture at most
 * @param silence      after so long without a picture, a camera's ffmpeg is ended and another one started
 * @param pauses       before another one is started
 */
public record FfmpegSettings(String program, int largestImage, Duration silence, FullJitter pauses) {

    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final FullJitter PAUSES = new FullJitter(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** What suits most cameras. */
    public static FfmpegSettings usual(String program, int largestImage) {
        return new FfmpegSettings(program, largestImage, SILENCE, PAUSES);
    }

    /** Likewise with more or less patience. */
    public FfmpegSettings withSilence(Duration other) {
        return new FfmpegSettings(program, largestImage, other, pauses);
    }
}
