package dev.andon.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.LineThresholds;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon thresholds}. */
@Command(name = "thresholds", mixinStandardHelpOptions = true, description = {
    "Shows the threshold of every line and recipe: its value, what it rests on, and how far learning has come."})
final class ThresholdsCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(arity = "0..1", paramLabel = "LINE", description = "Only this line.")
    private @Nullable String line;

    @Option(names = "--watch", description = "Look again every two seconds, until Ctrl-C.")
    private boolean watch;

    @Override
    public Integer call() throws InterruptedException {
        AndonConfig config = options.load();
        ThresholdTrends trends = new ThresholdTrends();
        try (Codecs codecs = Wiring.codecs(config);
                Consumer<byte[], byte[]> values = Clients.consumer(config);
                Consumer<byte[], byte[]> changes = Clients.consumer(config)) {
            TopicReader valuesToRead = new TopicReader(values, config.topics().thresholds());
            TopicReader changesToRead = new TopicReader(changes, config.topics().thresholdChanges());
            NewestByLine<LineThresholds> newest = new NewestByLine<>(codecs.thresholds());
            PrintWriter out = spec.commandLine().getOut();
            while (true) {
                valuesToRead.toEnd().stream().filter(this::wanted).forEach(newest::take);
                changesToRead.toEnd().stream().filter(this::wanted)
                        .forEach(record -> trends.add(Decoded.value(codecs.thresholdChanges(), record)));
                out.print(watch ? Screen.clear() : "");
                print(List.copyOf(newest.values().values()), trends, out);
                out.flush();
                if (!watch) {
                    return 0;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private void print(List<LineThresholds> thresholds, ThresholdTrends trends, PrintWriter out) {
        if (thresholds.isEmpty()) {
            out.println(line == null
                    ? "no line has a threshold yet: 'andon run' with the role review publishes them once a policy is there"
                    : "line " + line
                            + " has no threshold yet: has it a policy (andon policy list), and does 'andon run'"
                            + " have the role review?");
            return;
        }
        ThresholdTable.of(thresholds, trends).print(out);
    }

    private boolean wanted(ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null
                && (line == null || line.equals(new String(record.key(), StandardCharsets.UTF_8)));
    }
}
