package dev.andon.config;

/** The beginning of a text, for messages. */
final class Excerpt {

    /** Characters of a key or a value in a message. */
    static final int LONGEST = 400;

    private Excerpt() {}

    static String of(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
