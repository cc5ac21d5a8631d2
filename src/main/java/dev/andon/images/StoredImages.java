package dev.andon.images;

import java.net.URI;

import dev.andon.core.frame.ImageBytes;

/** Reads images by uris that only their store understands. Any thread; blocks. */
public interface StoredImages {

    /** Of a store whose uris are those of files. */
    StoredImages NONE = (_, _) -> {
        throw new Unusable("a uri of scheme 's3' leads nowhere, since images.store is no s3://bucket/prefix");
    };

    /**
     * The image at a uri of scheme {@code s3}.
     *
     * @throws Unusable if it is outside of the store, which is not asked then; or cannot be had, or has a wrong size
     */
    ImageBytes read(URI uri, Extent extent) throws Unusable;
}
