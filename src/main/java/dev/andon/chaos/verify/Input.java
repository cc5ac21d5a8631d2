package dev.andon.chaos.verify;

import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/**
 * One record of the topic of frames, without its image.
 *
 * @param number of its journal entry; −1 where it has none
 * @param home   whether it stands under the key of its line on the partition of that key
 * @param frame  null where the record is no frame
 */
record Input(Position at, int number, boolean home, @Nullable Named frame) {

    /** What a frame says of itself. */
    record Named(String line, String id, String sha256) {}
}
