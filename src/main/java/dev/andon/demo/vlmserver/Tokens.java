package dev.andon.demo.vlmserver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts and cuts text in tokens: pieces of words of up to five Latin letters, and single other characters. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:[\\p{IsLatin}\\d]{1,5}|\\S)|\\s+$");
    private static final int PIXELS_PER_TOKEN = 28 * 28;
    private static final int MAX_IMAGE_TOKENS = 1280;

    private Tokens() {}

    static int count(String text) {
        return (int) TOKEN.matcher(text).results().count();
    }

    /** The first {@code max} tokens of a text. */
    static String first(String text, int max) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        for (int i = 0; i < max && matcher.find(); i++) {
            end = matcher.end();
        }
        return text.substring(0, end);
    }

    static int ofImage(int width, int height) {
        return (int) Math.min(MAX_IMAGE_TOKENS, Math.ceilDiv((long) width * height, PIXELS_PER_TOKEN));
    }
}
