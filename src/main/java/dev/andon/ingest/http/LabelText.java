package dev.andon.ingest.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as they travel. Pure functions. */
final class LabelText {

    private LabelText() {}

    /**
     * The text of a header: ASCII, with percent signs for the bytes of UTF-8 that are not.
     *
     * @throws IllegalArgumentException if it is none; the message says what to do
     */
    static String ofHeader(String value) {
        ByteBuffer bytes = ByteBuffer.allocate(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException(
                        "is not ASCII: write other characters as the bytes of UTF-8, %E7%B5%84");
            }
            if (c == '%') {
                bytes.put(escaped(value, i));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        return utf8(bytes.flip());
    }

    /**
     * The text of a form's field: UTF-8.
     *
     * @throws IllegalArgumentException if it is none; the message says what to do
     */
    static String ofField(ByteBuffer value) {
        return utf8(value.duplicate());
    }

    private static byte escaped(String value, int percent) {
        int high = digit(value, percent + 1);
        int low = digit(value, percent + 2);
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("has a % without two hex digits behind it: write % itself as %25");
        }
        return (byte) (high << 4 | low);
    }

    /** A hex digit; negative where there is none. */
    private static int digit(String value, int index) {
        return index < value.length() ? Character.digit(value.charAt(index), 16) : -1;
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not UTF-8: encode it so", e);
        }
    }
}
