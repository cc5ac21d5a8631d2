package dev.andon.replay.images;

import java.net.URI;

import dev.andon.core.frame.Position;

/** Where an image is. */
public sealed interface Place {

    Way way();

    /** Inside the record of an inspection at a position of {@code human-review}. */
    record InRecord(Position position) implements Place {
        @Override
        public Way way() {
            return Way.RECORD;
        }
    }

    /** At a uri that an application may read. */
    record At(Way way, URI uri) implements Place {}

    /** With the frame at a position of {@code frames}. */
    record WithFrame(Position position) implements Place {
        @Override
        public Way way() {
            return Way.FRAME;
        }
    }
}
