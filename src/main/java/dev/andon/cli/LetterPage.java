package dev.andon.cli;

import java.io.PrintWriter;
import java.nio.ByteBuffer;

import dev.andon.avro.Codecs;
import dev.andon.topology.letters.Letter;
import dev.andon.topology.letters.LetterHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Everything about one letter, for people. One thread. */
final class LetterPage {

    private static final int SHOWN_BYTES = 256;
    private static final int SHOWN_TEXT = 400;
    private static final int WIRE_HEADER = 1 + Integer.BYTES;

    private final PrintWriter out;
    private final Codecs codecs;

    LetterPage(PrintWriter out, Codecs codecs) {
        this.out = out;
        this.codecs = codecs;
    }

    /** @param fate what a redrive would do with it */
    void print(ConsumerRecord<byte[], byte[]> record, Fate fate) {
        Letter letter = fate.letter();
        new Listing().row("letter", letter.at()).row("received", letter.time())
                .row("from", LetterLines.source(letter)).row("key", LetterLines.line(letter))
                .row("state", fate instanceof Fate.Done done ? LetterLines.state(done.putBack()) : "open")
                .row("redrives", letter.redrives() + " before this letter")
                .row("exception", Printable.of(letter.exception()))
                .row("message", Printable.of(letter.message())).print(out);
        out.println("\nheaders");
        record.headers().forEach(this::print);
        out.println("\nvalue");
        if (record.value() == null) {
            out.println("  none" + (letter.leftOut() == null ? "" : ": left out, since it did not fit"));
        } else {
            print(record.value());
        }
        out.println("\nwhat to do\n  " + advice(record, fate).replace("\n", "\n  "));
    }

    private void print(Header header) {
        byte[] value = header.value();
        String text = value == null ? "null" : Printable.of(value);
        boolean trace = header.key().equals(LetterHeaders.STACK_TRACE);
        if (trace && value != null && value.length > 0) {
            out.println("  " + header.key());
            LetterHeaders.lines(value).forEach(line -> out.println("    " + Printable.of(line)));
        } else {
            out.println("  " + Printable.of(header.key()) + "  " + Printable.shortened(text, SHOWN_TEXT) + "  ("
                    + Listing.count(value == null ? 0 : value.length, "byte") + ")");
        }
    }

    private void print(byte[] value) {
        out.println("  " + Listing.count(value.length, "byte") + ", " + wireFormat(value));
        out.print(Printable.dump(value, SHOWN_BYTES).indent(2));
        if (value.length > SHOWN_BYTES) {
            out.println("  and " + Listing.count(value.length - SHOWN_BYTES, "byte") + " more");
        }
        out.println("  as text: " + Printable.shortened(Printable.of(value), SHOWN_TEXT));
    }

    private static String wireFormat(byte[] value) {
        return value.length >= WIRE_HEADER && value[0] == 0
                ? "schema id " + ByteBuffer.wrap(value).getInt(1)
                : "not in Confluent's wire format";
    }

    private String advice(ConsumerRecord<byte[], byte[]> record, Fate fate) {
        String command = "andon dead-letters redrive " + LetterLines.place(fate.letter());
        return switch (fate) {
            case Fate.Done done -> "its record was put back to " + done.putBack() + ": nothing, unless it came back as"
                    + " another letter\nto put it back once more: " + command + " --again --execute";
            case Fate.Refused(Letter _, String why) -> why;
            case Fate.Ready ready when record.value() == null -> "its whole record still stands at " + ready.original()
                    + ": " + command + " --execute";
            case Fate.Ready _ -> ready(Prognosis.of(record.value(), codecs), command);
        };
    }

    private static String ready(Prognosis prognosis, String command) {
        return prognosis.readable()
                ? "it " + prognosis.text() + "\n" + command + " --execute"
                : "it " + prognosis.text() + "\nmake it readable (register its schema, correct what was wrong with the"
                        + " program), or send the frame anew; then: " + command + " --execute";
    }
}
