package dev.andon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import dev.andon.app.ImageHome;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.images.retention.Ground;
import dev.andon.images.retention.Periods;
import dev.andon.images.retention.Pruned;
import dev.andon.images.retention.Pruning;
import dev.andon.replay.images.CoverageTally;
import org.apache.kafka.clients.consumer.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon images}. */
@Command(name = "images", description = "Looks after the image store.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "coverage|prune", subcommands = {
    ImagesCommand.Covered.class, ImagesCommand.Prune.class})
final class ImagesCommand extends Group {

    /** Says what could be asked again. */
    @Command(name = "coverage", mixinStandardHelpOptions = true, description = {
        "Says of how many recorded inspections the image can still be found, and where: in the record for people, in"
                + " images.store, at the uri of its frame, or with its frame in its topic. Nothing is read but records:"
                + " files are looked for, servers are not asked."})
    static final class Covered implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Mixin
        private HistoryOptions history;

        @Mixin
        private FolderOption folder;

        @Option(names = "--by", paramLabel = "PERIOD", defaultValue = "month", description = "Rows of the table:"
                + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private CoverageTally.Period period = CoverageTally.Period.MONTH;

        @Option(names = "--json", description = "The last line is one JSON object.")
        private boolean json;

        @Override
        public Integer call() {
            history.check();
            AndonConfig config = folder.allowedIn(options.load());
            try (Codecs codecs = Wiring.codecs(config); Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
                RecordedInspections recorded = new RecordedInspections(consumer, codecs, config.topics());
                CoverageTally tally = new CoverageTally(ImagesNow.whereabouts(config, folder, recorded.frames()),
                        period);
                Predicate<Inspection> wanted = history.wanted();
                recorded.each(history.since(), each -> {
                    if (wanted.test(each.inspection())) {
                        tally.add(each);
                    }
                });
                CoverageTable table = new CoverageTable(tally, recorded.unreadable());
                table.print(spec.commandLine().getOut());
                if (json) {
                    spec.commandLine().getOut().println(table.json());
                }
            }
            return 0;
        }
    }

    /** Deletes what nobody needs any more. */
    @Command(name = "prune", mixinStandardHelpOptions = true, description = {
        "Deletes the images of images.store whose time is over by images.retention, which goes by what the topics say of"
                + " them: accepted, held, NOT_OK, or nothing. Images that wait for a verdict, and images whose frame"
                + " stands in its topic, are kept. Try --dry-run first. It can run beside everything else, and again"
                + " after it was interrupted."})
    static final class Prune implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Option(names = "--dry-run", description = "Only say what would be deleted.")
        private boolean dryRun;

        @Option(names = "--json", description = "The last line is one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws InterruptedException {
            Instant now = InstantSource.system().instant();
            AndonConfig config = options.load();
            Periods periods = periods(config.images().retention());
            TopicPeriods.check(config);
            try (Codecs codecs = Wiring.codecs(config); ImageHome images = ImageHome.of(config.images())) {
                ImageRecords records = new ImageRecords(codecs, config.keptSample());
                try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
                    records.read(consumer, config.topics(), Pruning.concerned(periods, now));
                }
                Map<Ground, Pruned> pruned = new Pruning(images.stock(), records.uses(), periods, now).run(dryRun);
                print(new PruneTable(pruned, periods, records.unreadable(), dryRun), spec.commandLine().getOut());
            } catch (IOException e) {
                throw CommandFailure.failed(String.valueOf(e.getMessage()));
            }
            return 0;
        }

        private void print(PruneTable table, PrintWriter out) {
            table.print(out);
            if (json) {
                out.println(table.json());
            }
        }

        private static Periods periods(RetentionConfig retention) {
            return new Periods(retention.held(), retention.notOk(), retention.accepted(), retention.unreferenced());
        }
    }
}
