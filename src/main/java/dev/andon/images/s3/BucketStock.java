package dev.andon.images.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

import dev.andon.images.ContentName;
import dev.andon.images.ImageStock;
import dev.andon.images.StoredImage;

/** The images of the store, to be cleared up. Deleting asks for the time of the object once more. One thread. */
final class BucketStock implements ImageStock {

    private final Bucket bucket;

    BucketStock(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void each(Consumer<StoredImage> reader) throws IOException {
        bucket.each(ContentName.FOLDER, object -> ContentName.digest(object.name()).ifPresent(
                digest -> reader.accept(new StoredImage(object.name(), digest, object.size(), object.modified()))));
    }

    @Override
    public URI uri(StoredImage image) {
        return bucket.place().uri(image.name());
    }

    @Override
    public boolean delete(StoredImage image) throws IOException {
        Optional<Bucket.Found> now = bucket.find(image.name())
                .filter(found -> seconds(found.modified()).equals(seconds(image.modified())));
        if (now.isPresent()) {
            bucket.delete(image.name());
        }
        return now.isPresent();
    }

    /** A list is more precise than the head of an object on some servers. */
    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
