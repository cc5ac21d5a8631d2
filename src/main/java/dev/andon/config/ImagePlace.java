package dev.andon.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an image store is. */
public sealed interface ImagePlace {

    /** A directory that all processes of an installation see. */
    record Directory(Path path) implements ImagePlace {}

    /**
     * The objects of an S3 bucket below a prefix.
     *
     * @param name   of the bucket
     * @param prefix without slashes at its ends; empty for all of the bucket
     */
    record Bucket(String name, String prefix) implements ImagePlace {}

    /** How it is written. */
    Format<ImagePlace> FORMAT = new Format<>("a directory, or s3://bucket/prefix of letters, digits, dots, hyphens and"
            + " underscores", ImagePlace::read);

    private static Optional<ImagePlace> read(String text) {
        Matcher bucket = Pattern
                .compile("s3://([A-Za-z0-9][A-Za-z0-9._-]{1,254})((?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)/?")
                .matcher(text);
        if (bucket.matches()) {
            String prefix = bucket.group(2);
            return Optional.of(new Bucket(bucket.group(1), prefix.isEmpty() ? "" : prefix.substring(1)));
        }
        try {
            return text.contains("://") ? Optional.empty() : Optional.of(new Directory(Path.of(text)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
