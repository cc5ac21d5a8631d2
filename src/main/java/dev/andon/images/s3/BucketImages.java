package dev.andon.images.s3;

import java.io.IOException;
import java.net.URI;

import dev.andon.core.frame.ImageBytes;
import dev.andon.images.Extent;
import dev.andon.images.StoredImages;
import dev.andon.images.Unusable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads images of the store within their extent. Any thread; blocks. */
final class BucketImages implements StoredImages {

    private final Bucket bucket;

    BucketImages(Bucket bucket) {
        this.bucket = bucket;
    }

    /** What came of reading; the client knows exceptions of its own alone. */
    private sealed interface Read {

        record Image(ImageBytes bytes) implements Read {}

        record Refused(Unusable why) implements Read {}
    }

    @Override
    public ImageBytes read(URI uri, Extent extent) throws Unusable {
        String key = bucket.place().key(uri);
        try {
            return switch (bucket.<Read>read(key, (head, stream) -> read(head, stream, extent))) {
                case Read.Image(ImageBytes bytes) -> bytes;
                case Read.Refused(Unusable why) -> throw why;
            };
        } catch (IOException e) {
            throw new Unusable(uri + " cannot be read: " + e.getMessage());
        }
    }

    private static Read read(GetObjectResponse head, AbortableInputStream stream, Extent extent) {
        try {
            return new Read.Image(ImageBytes.of(extent.read(stream, head.contentLength())));
        } catch (Unusable why) {
            // Else the rest of it would be read, to use the connection again.
            stream.abort();
            return new Read.Refused(why);
        } catch (IOException e) {
            throw RetryableException.create("the image broke off: " + e.getMessage(), e);
        }
    }
}
