package dev.andon.cli;

import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;

/** What a redrive does with a letter. */
sealed interface Fate {

    Letter letter();

    /**
     * Its record can go back.
     *
     * @param original where the whole record stands: the letter itself, or the source of one that is not whole
     */
    record Ready(Letter letter, Position original) implements Fate {}

    /** Its record went back before. */
    record Done(Letter letter, Position putBack) implements Fate {}

    /**
     * Its record cannot go back.
     *
     * @param why with what to do instead
     */
    record Refused(Letter letter, String why) implements Fate {}
}
