package dev.andon.images.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;

import dev.andon.core.frame.ImageBytes;
import dev.andon.images.ContentName;
import dev.andon.images.ImageStore;

/** Images as objects: {@code s3://bucket/prefix/sha256/ab/cdef….jpg}. Any thread, any number of processes. */
final class BucketStore implements ImageStore {

    private final Bucket bucket;
    private final InstantSource clock;

    BucketStore(Bucket bucket, InstantSource clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public URI put(ImageBytes bytes, String sha256, String contentType) throws IOException {
        String name = ContentName.of(bytes, sha256, contentType);
        Instant old = clock.instant().minus(REWRITTEN_FROM);
        boolean there = bucket.find(name)
                .filter(found -> found.size() == bytes.size() && found.modified().isAfter(old)).isPresent();
        if (!there) {
            bucket.write(name, bytes, sha256, contentType);
        }
        return bucket.place().uri(name);
    }
}
