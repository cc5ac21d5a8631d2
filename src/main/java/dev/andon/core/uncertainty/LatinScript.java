package dev.andon.core.uncertainty;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/** Which languages and texts are written in Latin letters. */
final class LatinScript {

    /** ISO 639 codes of languages whose usual script it is. */
    private static final Set<String> LANGUAGES = Set.of(("aa af ak an ast ay az bi bm br bs ca ceb ch co cs cy da de ee"
            + " en eo es et eu ff fi fil fj fo fr fur fy ga gd gl gn gsw gv ha haw ho hr ht hu hz ia id ie ig io"
            + " is it jv kg ki kj kl kr kw la lb lg li ln lt lu lv mg mh mi ms mt na nb nd ng nl nn no nr nv ny oc om pl"
            + " pt qu rm rn ro rw sc se sg sk sl sm sn so sq ss st su sv sw tk tl tn to tr ts tw ty uz ve vi vo wa wo xh"
            + " yo za zu").split(" "));

    private LatinScript() {}

    /** Whether a language (BCP 47 tag) is written so: as its script says ({@code sr-Latn}), or as is usual. */
    static boolean isOfLanguage(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getScript().isEmpty()
                ? LANGUAGES.contains(locale.getLanguage())
                : locale.getScript().equals("Latn");
    }

    /** Whether at least half of the letters of a text are Latin; also where it has none. */
    static boolean isOfText(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints().filter(Character::isLetter)
                .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN).count();
        return 2 * latin >= letters;
    }
}
