package dev.andon.demo.vlmserver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts and cuts text in tokens: pieces of words of up to five Latin letters, and single other characters. */
final class Tokens {

    /** Of an image, as for models that bring every image to one size. */
    static final int PER_IMAGE = 1024;

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:[\\p{IsLatin}\\d]{1,5}|\\S)|\\s+$");

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
}
