package dev.andon.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text for people: columns and counted nouns. One thread. */
final class Listing {

    private final List<List<String>> rows = new ArrayList<>();

    Listing row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** Prints the rows, each column as wide as its widest cell. */
    void print(PrintWriter out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).repeat(" ", i + 1 == row.size() ? 0 : width(i) - row.get(i).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().filter(row -> row.size() > column).mapToInt(row -> row.get(column).length()).max()
                .orElse(0);
    }

    /** {@code 1 problem}, {@code 2 problems}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
