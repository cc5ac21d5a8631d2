package dev.andon.chaos.feed;

import java.nio.file.Path;

/**
 * What is to be sent.
 *
 * @param seed            of the lines, their rhythm, their pictures and their mishaps
 * @param lines           of production; at least as many as partitions, so that each has one with steady traffic
 * @param framesPerSecond over all lines, on average
 * @param files           directory for images that are sent by uri, within an allowed root; created if it is missing
 */
public record FeedSettings(long seed, int lines, double framesPerSecond, Path files) {

    /** @throws IllegalArgumentException if there are no lines or no frames */
    public FeedSettings {
        if (lines < 1 || !(framesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    lines + " lines with " + framesPerSecond + " frames per second: both must be above 0");
        }
    }
}
