package dev.andon.topology.inspect;

import dev.andon.core.decision.Lot;
import dev.andon.core.frame.FrameId;

/** For which records of {@code frames} the application answers. Any thread. */
public sealed interface Scope {

    /** Whether a frame is one of them. */
    boolean has(FrameId frame);

    /** Whether somebody acts on its decisions, so that every record needs an answer and people an image. */
    boolean isLive();

    /** All of them, whatever they hold: one that cannot be inspected gets a decision that says so, or is a dead letter. */
    record Everything() implements Scope {

        @Override
        public boolean has(FrameId frame) {
            return true;
        }

        @Override
        public boolean isLive() {
            return true;
        }
    }

    /**
     * The frames that are drawn and that a recipe is for. All others are passed over in silence, as is whatever is no frame:
     * who answers for everything says what there is to say.
     *
     * @param salt  of this installation
     * @param share of the frames, above 0 and up to 1
     */
    record Drawn(String salt, double share) implements Scope {

        @Override
        public boolean has(FrameId frame) {
            return Lot.ofShadow(salt, frame) < share;
        }

        @Override
        public boolean isLive() {
            return false;
        }
    }
}
