package dev.andon.ingest.watch;

import java.util.Locale;

/** What can be wrong with a camera whose pictures come. */
enum Condition {
    /** Fewer come than should. */
    RATE,
    /** The same one comes again and again. */
    FROZEN,
    /** Nothing can be seen. */
    BLACK,
    /** They are less sharp than this camera's have been. */
    BLURRED,
    /** Frames are given up before they are published. */
    DROPPING;

    /** As events call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
