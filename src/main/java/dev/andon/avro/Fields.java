package dev.andon.avro;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

import dev.andon.core.frame.ImageBytes;
import org.jspecify.annotations.Nullable;

/** Single fields of Avro records as core values; whatever has no meaning there is a malformed record. */
final class Fields {

    /** Characters of the longest text that goes on into other records, which have limits of their own. */
    private static final int LONGEST_TEXT = 4_000;

    private Fields() {}

    /** A text that has to be there. */
    static String required(String field, @Nullable String text) throws MalformedRecordException {
        if (text == null || text.isBlank()) {
            throw new MalformedRecordException(field + " is " + (text == null ? "missing" : "blank"));
        }
        return text;
    }

    /** A text of sensible length. */
    static String bounded(String field, String text) throws MalformedRecordException {
        if (text.length() > LONGEST_TEXT) {
            throw new MalformedRecordException(
                    field + " has " + text.length() + " characters, at most " + LONGEST_TEXT + " are allowed");
        }
        return text;
    }

    /** A text of sensible length, null for null. */
    static @Nullable String optional(String field, @Nullable String text) throws MalformedRecordException {
        return text == null ? null : bounded(field, text);
    }

    /** A value that has to be there because another one is. */
    static <T> T present(String field, @Nullable T value) throws MalformedRecordException {
        if (value == null) {
            throw new MalformedRecordException(field + " is missing");
        }
        return value;
    }

    /** An identifier whose type has bounds of its own. */
    static <T> T id(String field, @Nullable String text, Function<String, T> type) throws MalformedRecordException {
        try {
            return type.apply(required(field, text));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(field + ": " + e.getMessage(), e);
        }
    }

    /** The constant of this name. */
    static <E extends Enum<E>> E constant(String field, Class<E> type, @Nullable String name)
            throws MalformedRecordException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new MalformedRecordException(field + " is '" + name + "', not one of "
                + Arrays.toString(type.getEnumConstants()));
    }

    /** The constant of this name, null for null. */
    static <E extends Enum<E>> @Nullable E optional(String field, Class<E> type, @Nullable String name)
            throws MalformedRecordException {
        return name == null ? null : constant(field, type, name);
    }

    static @Nullable Duration duration(String field, @Nullable Long millis) throws MalformedRecordException {
        if (millis != null && millis < 0) {
            throw new MalformedRecordException(field + " is " + millis + ", less than 0");
        }
        return millis == null ? null : Duration.ofMillis(millis);
    }

    static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    static @Nullable URI uri(String field, @Nullable String text) throws MalformedRecordException {
        if (text == null) {
            return null;
        }
        try {
            return new URI(required(field, text));
        } catch (URISyntaxException e) {
            throw new MalformedRecordException(field + " is not a URI: " + e.getMessage(), e);
        }
    }

    /** The bytes of a buffer, without copying where they fill their array. */
    static @Nullable ImageBytes bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.array().length == buffer.remaining()) {
            return ImageBytes.of(buffer.array());
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return ImageBytes.of(bytes);
    }

    static @Nullable ByteBuffer buffer(@Nullable ImageBytes bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes.array());
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
