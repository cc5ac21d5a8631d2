package dev.andon.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text with aligned columns: the first to the left, the others to the right. One thread. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as titles
     */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String space = " ".repeat(width(column) - cell.length());
                text.append(column == 0 ? cell + space : GAP + space + cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
