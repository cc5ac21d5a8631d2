package dev.andon.images.s3;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;

import dev.andon.images.Unusable;

/**
 * The objects of a store, and their uris: {@code s3://bucket/prefix/name}. Pure functions.
 *
 * @param prefix without slashes at its ends; empty for none
 */
record Place(String bucket, String prefix) {

    /** Parts of a path that S3 takes for names and servers in front of it for directions. */
    private static final Set<String> DIRECTIONS = Set.of("", ".", "..");

    static Place of(S3Settings settings) {
        return new Place(settings.bucket(), settings.prefix());
    }

    /** The key of an object. */
    String key(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** The name of an object of this place. */
    String name(String key) {
        return prefix.isEmpty() ? key : key.substring(prefix.length() + 1);
    }

    /** Where an object is. */
    URI uri(String name) {
        return URI.create(this + "/" + name);
    }

    /**
     * The key that a uri of scheme {@code s3} names.
     *
     * @throws Unusable if it is not in this place
     */
    String key(URI uri) throws Unusable {
        String path = uri.getPath();
        boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && path != null;
        if (!plain || !bucket.equals(uri.getRawAuthority()) || !path.startsWith("/" + key(""))
                || Arrays.stream(path.substring(1).split("/", -1)).anyMatch(DIRECTIONS::contains)) {
            throw new Unusable(uri + " is outside of images.store, which is " + this);
        }
        return path.substring(1);
    }

    /** As images.store is written. */
    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
