package dev.andon.cli;

import java.io.PrintWriter;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import org.jspecify.annotations.Nullable;

/** Letters in a line each, for people or as JSON for programs. Pure functions. */
final class LetterLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 90;

    private LetterLines() {}

    static void table(LetterBox box, List<Letter> letters, PrintWriter out) {
        Listing listing = new Listing().row("LETTER", "RECEIVED", "FROM", "LINE", "BYTES", "REDRIVES", "STATE", "WHY");
        for (Letter letter : letters) {
            listing.row(place(letter), letter.time(), source(letter), line(letter), bytes(letter), letter.redrives(),
                    state(box.putBack(letter)), why(letter));
        }
        listing.print(out);
    }

    /** {@code partition@offset}, the name by which the commands know a letter. */
    static String place(Letter letter) {
        return letter.at().partition() + "@" + letter.at().offset();
    }

    static String source(Letter letter) {
        Position source = letter.source();
        return source == null ? "?" : Printable.of(source.toString());
    }

    static String line(Letter letter) {
        return letter.line() == null ? "-" : Printable.shortened(letter.line(), 40);
    }

    static String state(@Nullable Position putBack) {
        return putBack == null ? "open" : "redriven to " + putBack;
    }

    /** All in one line. */
    static String text(Letter letter) {
        return bytes(letter) + " bytes  " + Printable.of(letter.exception() + ": " + letter.message()) + "  from "
                + source(letter);
    }

    static String json(Letter letter, @Nullable Position putBack) {
        ObjectNode node = JSON.createObjectNode().put("partition", letter.at().partition())
                .put("offset", letter.at().offset()).put("received", letter.time().toString())
                .put("line", letter.line())
                .put("bytes", letter.size());
        put(node.putObject("source"), letter.source());
        node.put("exception", letter.exception()).put("message", letter.message()).put("redrives", letter.redrives())
                .put("leftOut", letter.leftOut());
        if (putBack == null) {
            node.putNull("redrivenTo");
        } else {
            put(node.putObject("redrivenTo"), putBack);
        }
        return node.toString();
    }

    private static void put(ObjectNode node, @Nullable Position position) {
        if (position != null) {
            node.put("topic", position.topic()).put("partition", position.partition()).put("offset", position.offset());
        }
    }

    private static String bytes(Letter letter) {
        return letter.size() == null ? letter.leftOut() == null ? "none" : "left out" : letter.size().toString();
    }

    private static String why(Letter letter) {
        String type = letter.exception().substring(letter.exception().lastIndexOf('.') + 1);
        return Printable.shortened(type + ": " + letter.message(), LONGEST_MESSAGE);
    }
}
