package dev.andon.core.decision;

import dev.andon.core.frame.FrameId;

/**
 * The frames accepted as {@code OK} whose images are kept, so that history can be asked again: drawn by their ids, the same in
 * every replay, and independent of their lots.
 *
 * @param salt  of this installation
 * @param share 0 for none, to 1 for all
 */
public record KeptSample(String salt, double share) {

    private static final String DRAW = "kept ";

    /** Whether the image of this frame is. */
    public boolean has(FrameId frame) {
        return Lot.of(DRAW + salt, frame) < share;
    }
}
