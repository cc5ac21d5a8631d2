package dev.andon.http;

/** Foreign text made fit for one line of a message. */
public final class Shortened {

    private Shortened() {}

    /** {@code text} on one line without control characters, at most {@code length} characters and an ellipsis. */
    public static String of(String text, int length) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= length ? line : line.substring(0, length) + "…";
    }
}
