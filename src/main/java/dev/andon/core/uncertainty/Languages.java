package dev.andon.core.uncertainty;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Languages by their tags (BCP 47). */
public final class Languages {

    private Languages() {}

    /** Whether a text is the tag of a language. */
    public static boolean isTag(String text) {
        try {
            int letters = new Locale.Builder().setLanguageTag(text).build().getLanguage().length();
            return letters == 2 || letters == 3;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** Whether one of {@code known} stands for a language: {@code en} does for {@code en-GB} (RFC 4647, 3.3.1). */
    public static boolean name(List<String> known, String language) {
        String wanted = language.toLowerCase(Locale.ROOT) + "-";
        return known.stream().anyMatch(tag -> wanted.startsWith(tag.toLowerCase(Locale.ROOT) + "-"));
    }
}
