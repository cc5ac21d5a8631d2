package dev.andon.config;

import java.util.regex.Pattern;

/** Keeps secrets out of messages, by the names of their keys. */
public final class Masking {

    private static final Pattern SECRET = Pattern.compile(
            "password|secret|jaas|token|credential|user\\.info|(api|access)_?key$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]+@");

    /** What is cut off may be the end of a password. */
    private static final Pattern CUT_USER_INFO = Pattern.compile("//[^/@\\s]+$");

    private Masking() {}

    /**
     * The beginning of {@code value}, or asterisks where {@code key} names a secret; user names and passwords in URLs are
     * masked.
     */
    public static String shown(String key, String value) {
        if (!value.isEmpty() && SECRET.matcher(key).find()) {
            return "***";
        }
        String beginning = USER_INFO.matcher(Excerpt.of(value)).replaceAll("//***@");
        return value.length() > Excerpt.LONGEST ? CUT_USER_INFO.matcher(beginning).replaceAll("//***…") : beginning;
    }
}
