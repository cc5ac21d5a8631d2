package dev.andon.ingest.video;

import java.time.Duration;

/**
 * How ffmpeg is used, whatever it reads.
 *
 * @param program      its name or path; from version 5.1
 * @param largestImage bytes of a picture at most
 * @param silence      after so long without a picture, a camera's ffmpeg is ended and another one started
 * @param firstPause   before another one is started; the next ones get longer, up to {@code longestPause}
 */
public record FfmpegSettings(String program, int largestImage, Duration silence, Duration firstPause,
        Duration longestPause) {

    public static final Duration SILENCE = Duration.ofSeconds(10);

    /** What suits most cameras. */
    public static FfmpegSettings usual(String program, int largestImage) {
        return new FfmpegSettings(program, largestImage, SILENCE, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }
}
