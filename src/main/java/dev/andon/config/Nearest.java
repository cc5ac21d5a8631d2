package dev.andon.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the key that somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** The most similar of the known keys, if it is similar enough to be worth naming. */
    static Optional<String> to(String written, Collection<String> known) {
        String wanted = plain(written);
        return known.stream().filter(key -> close(wanted, plain(key)))
                .min(Comparator.<String>comparingInt(key -> distance(wanted, plain(key))).thenComparing(key -> key));
    }

    /** The known key within {@code edits} changes of a letter. */
    static Optional<String> within(int edits, String written, Collection<String> known) {
        return known.stream().filter(key -> distance(written, key) <= edits)
                .min(Comparator.comparingInt(key -> distance(written, key)));
    }

    private static boolean close(String wanted, String key) {
        int most = Math.max(2, wanted.length() / 3);
        boolean similar = Math.abs(wanted.length() - key.length()) <= most && distance(wanted, key) <= most;
        return similar || last(key).equals(last(wanted));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
