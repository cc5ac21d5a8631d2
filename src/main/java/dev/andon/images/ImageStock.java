package dev.andon.images;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/** What stands in an image store, for those who clear it up. One thread. */
public interface ImageStock {

    /**
     * Hands on every image; whatever else stands there is somebody else's.
     *
     * @throws IOException if the store cannot be read
     */
    void each(Consumer<StoredImage> reader) throws IOException;

    /** Where an image that was handed on can be read. */
    URI uri(StoredImage image);

    /**
     * Deletes an image, unless it has been kept again since it was handed on. Only one that is kept again in the very
     * moment between looking and deleting is lost.
     *
     * @return whether it was deleted
     * @throws IOException if it cannot be deleted
     */
    boolean delete(StoredImage image) throws IOException;
}
