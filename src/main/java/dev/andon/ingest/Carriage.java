package dev.andon.ingest;

import java.io.IOException;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.ImageSource.Inline;
import dev.andon.images.ImageStore;
import org.jspecify.annotations.Nullable;

/**
 * How images travel: inside their frames where the topic has room for them, else by uri, in the image store. Any thread;
 * blocks while an image is stored.
 */
public final class Carriage {

    private final long room;
    private final @Nullable ImageStore store;

    /**
     * Nothing is carried yet.
     *
     * @param room  bytes of the largest image that may travel inside its frame
     * @param store that the application may read by uri; null for none
     */
    public Carriage(long room, @Nullable ImageStore store) {
        this.room = room;
        this.store = store;
    }

    /** The frame as it can be published. */
    public Made carry(Frame frame) {
        if (!(frame.image() instanceof Inline(var image)) || image.size() <= room) {
            return new Made.Ready(frame);
        }
        if (store == null) {
            return new Made.Unfit("has " + frame.size() + " bytes, the topic takes " + room + ": raise"
                    + " max.message.bytes of the topic, or let it travel by uri: put images.store below a directory of"
                    + " images.allowedRoots, or in S3");
        }
        try {
            return new Made.Ready(frame.with(frame.contentType(),
                    new ImageSource.Reference(store.put(image, frame.sha256(), frame.contentType()))));
        } catch (IOException e) {
            return new Made.Unfit("has " + frame.size() + " bytes, more than the topic takes, and cannot be stored: "
                    + e.getMessage());
        }
    }
}
