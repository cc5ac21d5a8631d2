package dev.andon.vlm;

/** Foreign text made fit for one line of a message. */
final class Shortened {

    private Shortened() {}

    /** {@code text} on one line without control characters, at most {@code length} characters and an ellipsis. */
    static String of(String text, int length) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= length ? line : line.substring(0, length) + "…";
    }
}
