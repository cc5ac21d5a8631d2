package dev.andon.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import dev.andon.topology.letters.Redrive;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code andon dead-letters redrive}. */
@Command(name = "redrive", mixinStandardHelpOptions = true, description = {
    "Puts records back to where they came from, with their bytes, key and headers, at the end of their partition."
            + " Without --execute it only says what it would do. All go back or none; one that went back before"
            + " does not again."})
final class RedriveCommand extends DeadLettersCommand.Subcommand {

    /** Letters and bytes of one transaction, which readers of frames wait for. */
    private static final int MOST_LETTERS = 1_000;
    private static final long MOST_BYTES = 256 << 20;

    @Parameters(paramLabel = "LETTER", arity = "0..*", description = "As the list shows them: partition@offset.")
    private List<String> places = List.of();

    @Mixin
    private LetterFilter filter;

    @Option(names = "--all", description = "Every letter that was not put back yet.")
    private boolean all;

    @Option(names = "--again", description = "Also those that were put back before.")
    private boolean again;

    @Option(names = "--execute", description = "Do it.")
    private boolean execute;

    @Override
    int call(AndonConfig config, PrintWriter out) throws InterruptedException {
        if (places.isEmpty() == !(all || filter.isGiven())) {
            throw CommandFailure.misused(
                    "say which: letters such as 0@17, or a filter such as --line LINE, or --all; not both");
        }
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            RecordAt records = new RecordAt(consumer);
            return execute ? execute(config, records, out) : rehearse(config, records, out);
        }
    }

    private int execute(AndonConfig config, RecordAt records, PrintWriter out) throws InterruptedException {
        try (Producer<byte[], byte[]> producer = Clients.transactions(config, "redrive")) {
            Redrive redrive = Redrive.begin(producer);
            List<Fate> fates = fates(config, records);
            List<Fate.Ready> ready = ready(fates);
            if (!ready.isEmpty()) {
                Map<Letter, Position> places = redrive.putBack(ready.stream().map(Fate.Ready::letter).toList(),
                        originals(ready, records));
                places.forEach((letter, place) -> out.println(LetterLines.place(letter) + " → " + place));
            }
            return tell(fates, Listing.count(ready.size(), "record") + " put back", out);
        }
    }

    private int rehearse(AndonConfig config, RecordAt records, PrintWriter out) {
        List<Fate> fates = fates(config, records);
        List<Fate.Ready> ready = ready(fates);
        try (Codecs codecs = Wiring.codecs(config)) {
            var originals = originals(ready, records);
            for (Fate.Ready each : ready) {
                Letter letter = each.letter();
                out.println(LetterLines.place(letter) + " → " + Objects.requireNonNull(letter.source()).topic() + "-"
                        + letter.source().partition() + "  line " + LetterLines.line(letter) + "  "
                        + Prognosis.of(originals.apply(letter).value(), codecs).text());
            }
        }
        return tell(fates, Listing.count(ready.size(), "record") + " would be put back; nothing was written: add"
                + " --execute", out);
    }

    /** What is to become of each, in the order in which their records stood. */
    private List<Fate> fates(AndonConfig config, RecordAt records) {
        LetterBox box = read(config);
        Triage triage = new Triage(config.topics(), records);
        List<Letter> wanted = new ArrayList<>(places.isEmpty()
                ? filter.of(box.letters())
                : places.stream().distinct().map(place -> named(place, box, config)).toList());
        wanted.sort(Comparator.comparing(Letter::source, Comparator.nullsFirst(
                Comparator.comparingInt(Position::partition).thenComparingLong(Position::offset))));
        return wanted.stream().map(letter -> triage.of(letter, again ? null : box.putBack(letter))).toList();
    }

    /** As many as go into one transaction. */
    private static List<Fate.Ready> ready(List<Fate> fates) {
        List<Fate.Ready> ready = new ArrayList<>();
        long bytes = 0;
        for (Fate fate : fates) {
            if (fate instanceof Fate.Ready each && ready.size() < MOST_LETTERS && bytes < MOST_BYTES) {
                ready.add(each);
                bytes += each.letter().size() == null ? 0 : each.letter().size();
            }
        }
        return ready;
    }

    private static java.util.function.Function<Letter, ConsumerRecord<byte[], byte[]>> originals(List<Fate.Ready> ready,
            RecordAt records) {
        Map<Letter, Position> places = ready.stream().collect(java.util.stream.Collectors.toMap(Fate.Ready::letter,
                Fate.Ready::original));
        return letter -> {
            Position place = Objects.requireNonNull(places.get(letter));
            return records.read(place).orElseThrow(() -> CommandFailure.failed(place
                    + " has just been deleted; nothing was put back: run it again"));
        };
    }

    private static int tell(List<Fate> fates, String summary, PrintWriter out) {
        int refused = 0;
        for (Fate fate : fates) {
            switch (fate) {
                case Fate.Done(Letter letter, Position putBack) -> out.println(LetterLines.place(letter)
                        + " was put back before, to " + putBack + ": --again would do it once more");
                case Fate.Refused(Letter letter, String why) -> {
                    out.println(LetterLines.place(letter) + " cannot go back: " + why);
                    refused++;
                }
                case Fate.Ready _ -> {
                }
            }
        }
        long left = fates.stream().filter(Fate.Ready.class::isInstance).count() - ready(fates).size();
        out.println(summary + (left == 0 ? "" : "; " + left + " more are left for another run"));
        return refused == 0 ? 0 : CommandFailure.FAILED;
    }
}
