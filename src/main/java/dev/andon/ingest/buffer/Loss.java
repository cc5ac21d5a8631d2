package dev.andon.ingest.buffer;

import java.util.List;

import dev.andon.core.frame.Frame;

/**
 * Frames that were given up together.
 *
 * @param count  of all of them, at least 0
 * @param frames those that are at hand
 */
record Loss(Drop drop, int count, List<Frame> frames) {

    Loss {
        frames = List.copyOf(frames);
    }
}
