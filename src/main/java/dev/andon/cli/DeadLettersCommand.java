package dev.andon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon dead-letters}. */
@Command(name = "dead-letters", description = "Shows records that could not be read, and puts them back.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "list|show|redrive", subcommands = {
    DeadLettersCommand.All.class,
    DeadLettersCommand.Show.class, RedriveCommand.class})
final class DeadLettersCommand extends Group {

    /** What they have in common. */
    abstract static class Subcommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Override
        public final Integer call() throws InterruptedException {
            return call(options.load(), spec.commandLine().getOut());
        }

        abstract int call(AndonConfig config, PrintWriter out) throws InterruptedException;

        /** Everything that stands in the topic now. */
        static LetterBox read(AndonConfig config) {
            try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
                return LetterBox.read(new TopicReader(consumer, config.topics().deadLetters()));
            }
        }

        /** The letter that somebody names as {@code partition@offset}. */
        static Letter named(String place, LetterBox box, AndonConfig config) {
            if (!place.matches("\\d{1,9}@\\d{1,18}")) {
                throw CommandFailure.misused(place + ": write a letter as partition@offset, for instance 0@17, as andon"
                        + " dead-letters list shows it");
            }
            String[] parts = place.split("@", 2);
            Position at = new Position(config.topics().deadLetters(), Integer.parseInt(parts[0]),
                    Long.parseLong(parts[1]));
            return box.at(at).orElseThrow(() -> CommandFailure.failed("there is no letter at " + place
                    + ": andon dead-letters list shows those that there are"));
        }
    }

    /** Every letter in a line. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the letters, the oldest first.")
    static final class All extends Subcommand {

        @Mixin
        private LetterFilter filter;

        @Option(names = "--json", description = "One JSON object per line.")
        private boolean json;

        @Override
        int call(AndonConfig config, PrintWriter out) {
            LetterBox box = read(config);
            List<Letter> letters = filter.of(box.letters());
            if (json) {
                letters.forEach(letter -> out.println(LetterLines.json(letter, box.putBack(letter))));
            } else if (letters.isEmpty()) {
                out.println("no dead letters");
            } else {
                LetterLines.table(box, letters, out);
            }
            return 0;
        }
    }

    /** One letter. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows all of one letter, and what to do.")
    static final class Show extends Subcommand {

        @Parameters(paramLabel = "LETTER", description = "As the list shows it: partition@offset.")
        private String place;

        @Override
        int call(AndonConfig config, PrintWriter out) {
            LetterBox box = read(config);
            Letter letter = named(place, box, config);
            try (Codecs codecs = Wiring.codecs(config); Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
                RecordAt records = new RecordAt(consumer);
                ConsumerRecord<byte[], byte[]> record = records.read(letter.at())
                        .orElseThrow(() -> CommandFailure.failed("the letter at " + place + " has just been deleted"));
                Fate fate = new Triage(config.topics(), records).of(letter, box.putBack(letter));
                new LetterPage(out, codecs).print(record, fate);
            }
            return 0;
        }
    }
}
