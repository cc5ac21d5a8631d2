package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes and texts of others as people can look at them safely: no control characters reach the terminal. Pure functions. */
final class Printable {

    private static final int ROW = 16;

    private Printable() {}

    /** The text with a dot for whatever is not to be printed. */
    static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(isPrintable(c) ? c : '·'));
        return safe.toString();
    }

    /** The bytes as UTF-8, with a dot for whatever is not to be printed. */
    static String of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The text, cut with an ellipsis. */
    static String shortened(String text, int length) {
        String safe = of(text);
        return safe.length() <= length ? safe : safe.substring(0, length - 1) + "…";
    }

    /** Sixteen bytes a line: offset, hexadecimal, ASCII. */
    static String dump(byte[] bytes, int most) {
        StringBuilder dump = new StringBuilder();
        for (int row = 0; row < Math.min(most, bytes.length); row += ROW) {
            StringBuilder hex = new StringBuilder();
            StringBuilder ascii = new StringBuilder();
            for (int i = row; i < Math.min(row + ROW, Math.min(most, bytes.length)); i++) {
                hex.append(String.format(Locale.ROOT, "%02x ", bytes[i]));
                ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            dump.append(String.format(Locale.ROOT, "%08x  %-48s %s%n", row, hex, ascii));
        }
        return dump.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> c != '\uFFFD';
        };
    }
}
