package dev.andon.config;

import java.util.regex.Pattern;

/** Keeps secrets out of messages, by the names of their keys. */
public final class Masking {

    private static final Pattern SECRET = Pattern.compile("password|secret|jaas|token|credential|user\\.info|api_?key$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]+@");

    private Masking() {}

    /** {@code value}, or asterisks where {@code key} names a secret; user names and passwords in URLs are masked. */
    public static String shown(String key, String value) {
        if (!value.isEmpty() && SECRET.matcher(key).find()) {
            return "***";
        }
        return USER_INFO.matcher(value).replaceAll("//***@");
    }
}
