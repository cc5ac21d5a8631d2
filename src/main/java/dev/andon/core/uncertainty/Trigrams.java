package dev.andon.core.uncertainty;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The multiset of the runs of three code points in a text. Immutable.
 *
 * <p>What is compared is the text in Unicode normal form NFKC (full-width letters become plain ones), in lower case,
 * without space at its ends and with one space for each run of space within. A text of fewer than three code points is
 * one gram as a whole, also the empty one: every text has at least one gram, and equal texts have equal grams.
 *
 * <p>A gram is three numbers of 21 bits in a {@code long}, each a code point plus one, or zero for none: no two grams
 * share a number.
 */
final class Trigrams {

    private static final int LENGTH = 3;
    private static final int BITS = 21;
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private final long[] sorted;

    private Trigrams(long[] sorted) {
        this.sorted = sorted;
    }

    static Trigrams of(String text) {
        int[] points = normalise(text).codePoints().toArray();
        int grams = Math.max(1, points.length - LENGTH + 1);
        return new Trigrams(IntStream.range(0, grams).mapToLong(at -> gram(points, at)).sorted().toArray());
    }

    /** Number of grams, at least 1. */
    int size() {
        return sorted.length;
    }

    /** Number of grams in both, each counted as often as in the one that has it less often. */
    int shared(Trigrams other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < sorted.length && j < other.sorted.length) {
            int order = Long.compare(sorted[i], other.sorted[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static String normalise(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE.matcher(folded).replaceAll(" ").strip();
    }

    private static long gram(int[] points, int from) {
        long gram = 0;
        for (int at = from; at < Math.min(points.length, from + LENGTH); at++) {
            gram = (gram << BITS) | (points[at] + 1);
        }
        return gram;
    }
}
