package dev.andon.core.calibration;

import dev.andon.core.calibration.LearnerState.Scores;

/**
 * The scores of scorable frames: of the window, of the one before, and of the blocks in which new scores are compared with
 * old ones. Frames come into blocks as they arrive; all else does not depend on their order. One thread.
 */
final class ScoreBook {

    /** Scores of a block. */
    static final int BLOCK = 1_000;

    private Histogram all;
    private Histogram losing;
    private Histogram earlier;
    private Histogram reference;
    private Histogram recent;
    private int recentFrames;

    ScoreBook(Scores state) {
        all = state.all().copy();
        losing = state.losing().copy();
        earlier = state.earlier().copy();
        reference = state.reference().copy();
        recent = state.recent().copy();
        recentFrames = state.recentFrames();
    }

    static Scores none() {
        return new Scores(new Histogram(), new Histogram(), new Histogram(), new Histogram(), new Histogram(), 0);
    }

    Scores state() {
        return new Scores(all.copy(), losing.copy(), earlier.copy(), reference.copy(), recent.copy(), recentFrames);
    }

    /** A frame of the window. */
    void add(Seen frame) {
        recentFrames++;
        if (frame.scorable()) {
            int index = frame.index();
            all.add(index);
            recent.add(index);
            if (!frame.lotWins()) {
                losing.add(index);
            }
        }
    }

    /** Whether there are enough new scores to look at. */
    boolean blockIsFull() {
        return recent.total() >= BLOCK;
    }

    /** The new scores have been looked at. The first block of a window is what later ones are compared with. */
    void nextBlock() {
        if (all.total() <= BLOCK) {
            reference = recent;
        }
        recent = new Histogram();
        recentFrames = 0;
    }

    /** The next window begins, and its scores are as those so far. */
    void nextWindow() {
        earlier = all;
        all = new Histogram();
        losing = new Histogram();
    }

    /** The next window begins, and the scores of this one say nothing about it; but for those of the block, if so. */
    void newWindow(boolean blockIsNew) {
        nextWindow();
        earlier = new Histogram();
        reference = new Histogram();
        if (!blockIsNew) {
            recent = new Histogram();
            recentFrames = 0;
        }
    }

    Histogram all() {
        return all;
    }

    Histogram reference() {
        return reference;
    }

    Histogram recent() {
        return recent;
    }

    /** Frames of the block, scorable or not. */
    int recentFrames() {
        return recentFrames;
    }

    /** Scores by which a look may choose its start: not those of its evidence. */
    Histogram forStart() {
        return earlier.total() >= Starts.ENOUGH ? earlier : losing;
    }
}
