package dev.andon.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon tail}. */
@Command(name = "tail", mixinStandardHelpOptions = true, description = {
    "Prints the committed records of a topic: a line each, or JSON. Images are shown as their size."})
final class TailCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "TOPIC", description = "frames, line-policies, accepted, human-review, verdicts, reviewed,"
            + " thresholds, threshold-changes, camera-events, shadow-policies, shadow, dead-letters, or any other by its full name.")
    private String topic;

    @Option(names = "--json", description = "One JSON object per line, with every field.")
    private boolean json;

    @Option(names = "--from", paramLabel = "WHERE", defaultValue = "end", description = "beginning, end or latest-N"
            + " (default: ${DEFAULT-VALUE}).")
    private String from = "end";

    @Option(names = "--line", paramLabel = "LINE", description = "Only records of this production line.")
    private @Nullable String line;

    @Option(names = "--max", paramLabel = "N", description = "Stop after N records.")
    private long max = Long.MAX_VALUE;

    @Option(names = "--no-follow", description = "Stop where the topic ends now.")
    private boolean noFollow;

    @Override
    public Integer call() {
        Start start = Start.parse(from);
        AndonConfig config = options.load();
        try (Codecs codecs = Wiring.codecs(config); Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            Topic known = Topic.of(topic, config.topics());
            RecordPrinter printer = new RecordPrinter(codecs, known, json);
            print(start, new TopicReader(consumer, known.name()), printer, spec.commandLine().getOut());
        }
        return 0;
    }

    private void print(Start start, TopicReader reader, RecordPrinter printer, PrintWriter out) {
        long left = max;
        for (ConsumerRecord<byte[], byte[]> record : (Iterable<ConsumerRecord<byte[], byte[]>>) start.past(reader)
                .filter(this::wanted).limit(max)::iterator) {
            out.println(printer.text(record));
            left--;
        }
        if (!noFollow && left > 0) {
            follow(reader, printer, out, left);
        }
    }

    private void follow(TopicReader reader, RecordPrinter printer, PrintWriter out, long most) {
        long[] left = {most};
        reader.follow(record -> {
            if (wanted(record)) {
                out.println(printer.text(record));
                out.flush();
                left[0]--;
            }
            return left[0] > 0;
        });
    }

    private boolean wanted(ConsumerRecord<byte[], byte[]> record) {
        return line == null || (record.key() != null && line.equals(new String(record.key(), StandardCharsets.UTF_8)));
    }

    /** Where to begin. */
    private record Start(boolean beginning, int latest) {

        static Start parse(String text) {
            if (text.matches("latest-\\d{1,7}")) {
                return new Start(false, Integer.parseInt(text.substring("latest-".length())));
            }
            if (!text.equals("beginning") && !text.equals("end")) {
                throw CommandFailure.misused("--from " + text + ": write beginning, end or latest-N, for instance"
                        + " latest-10");
            }
            return new Start(text.equals("beginning"), 0);
        }

        /** The records from here to where the topic ends now; the reader stands there afterwards. */
        Stream<ConsumerRecord<byte[], byte[]>> past(TopicReader reader) {
            if (beginning) {
                return reader.toEnd().stream();
            }
            if (latest == 0) {
                reader.seekToEnd();
                return Stream.empty();
            }
            reader.seekBeforeEnd(latest);
            List<ConsumerRecord<byte[], byte[]>> records = reader.toEnd();
            return records.stream().skip(Math.max(0, records.size() - latest));
        }
    }
}
