package dev.andon.replay.reask;

import java.util.Optional;

import dev.andon.core.frame.Frame;

/** Finds the frames of recorded inspections with their images. One thread; blocks. */
public interface FrameFinder {

    /** The frame as it was, with its image or where it is; empty where the image is gone or is another one. */
    Optional<Frame> find(Wanted wanted);
}
