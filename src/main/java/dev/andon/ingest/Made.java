package dev.andon.ingest;

import dev.andon.core.frame.Frame;

/** What became of an image on its way to a frame. */
public sealed interface Made {

    /** It can be decoded, and is a frame. */
    record Ready(Frame frame) implements Made {}

    /**
     * It cannot be published.
     *
     * @param detail what is wrong with it, and what to do
     */
    record Unfit(String detail) implements Made {}
}
