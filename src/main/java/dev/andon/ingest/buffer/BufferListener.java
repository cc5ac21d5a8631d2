package dev.andon.ingest.buffer;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;

/**
 * Hears what becomes of the frames of a buffer. Called by the threads that offer, send and close, also at once; they wait
 * for it.
 */
public interface BufferListener {

    /** All replicas have it. In the order of the acknowledgements, on one thread. */
    void published(Frame frame, Position position);

    /** It is given up. Of frames on disk, only those that can be read again are told; all are counted. */
    void dropped(Frame frame, Drop drop);

    /** For people: few, however many frames there are. */
    void announced(Announcement announcement);
}
