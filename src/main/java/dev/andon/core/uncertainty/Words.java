package dev.andon.core.uncertainty;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text in their order: runs of letters, their marks, and digits. Immutable.
 *
 * <p>What is compared is the text in Unicode normal form NFKC and in lower case. A text without words is one word as a
 * whole: every text has at least one, and equal texts have equal words. Only the first {@value #MOST} count, so that no
 * answer of a server can make a comparison long.
 */
final class Words {

    /** A caption is one sentence. */
    static final int MOST = 250;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private final List<String> words;

    private Words(List<String> words) {
        this.words = words;
    }

    static Words of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = BETWEEN.splitAsStream(folded).filter(word -> !word.isEmpty()).limit(MOST).toList();
        return new Words(words.isEmpty() ? List.of(folded) : words);
    }

    /** Number of words, 1 to {@value #MOST}. */
    int size() {
        return words.size();
    }

    /** Length of the longest sequence of words that stands in both, in order but not necessarily side by side. */
    int sharedInOrder(Words other) {
        int[] longest = new int[other.words.size() + 1];
        for (String word : words) {
            int before = 0;
            for (int j = 1; j < longest.length; j++) {
                int above = longest[j];
                longest[j] = word.equals(other.words.get(j - 1)) ? before + 1 : Math.max(above, longest[j - 1]);
                before = above;
            }
        }
        return Arrays.stream(longest).max().orElse(0);
    }
}
