package dev.andon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Costs;
import dev.andon.core.frame.FrameId;
import dev.andon.replay.Efforts;
import dev.andon.replay.ReportPage;
import dev.andon.replay.ShadowComparison;
import dev.andon.replay.ShadowJson;
import dev.andon.replay.Trials;
import dev.andon.replay.Truths;
import dev.andon.topology.inspect.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code andon replay shadow}. */
@Command(name = "shadow", mixinStandardHelpOptions = true, description = {
    "Compares what candidates decided (policy shadow, run --roles SHADOW) with what was decided live on the same frames: of each"
            + " line what its last candidate did. No model is asked. Nothing is written but the report, and what --queue puts"
            + " before people."})
final class ReplayShadowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Mixin
    private HistoryOptions history;

    @Mixin
    private CostsOption costs;

    @Mixin
    private ReportOptions report;

    @Mixin
    private ChangesOptions changes;

    @Override
    public Integer call() throws InterruptedException {
        history.check();
        changes.check();
        report.check();
        AndonConfig config = options.load();
        try (Codecs codecs = Wiring.codecs(config)) {
            Costs known = costs.of(new PolicyLog(config, codecs).read().values());
            InspectionLog log = new InspectionLog(config, codecs);
            Trials trials = new Trials();
            log.readShadow(history, Trials::new, Trials::add).forEach(trials::add);
            ShadowComparison all = compare(log, trials, config);
            PrintWriter out = spec.commandLine().getOut();
            print(all, trials, known, out);
            if (log.unreadable() > 0) {
                out.println("not counted: " + Listing.count(log.unreadable(), "record") + " that cannot be read");
            }
            changes.queue(all.decisions(), config, codecs, out);
            try (ReportImages images = ReportImages.of(config, codecs)) {
                report.write(() -> json(all, trials, known, images), ReportPage::ofComparison, out);
            }
        }
        return 0;
    }

    private ObjectNode json(ShadowComparison all, Trials trials, @Nullable Costs known, ReportImages images) {
        ObjectNode json = ShadowJson.of(all, trials, known, images::of).put("title", "Live and shadow");
        json.putArray("subject").add(history.title()).add("Before: live; after: " + candidates(trials));
        return json;
    }

    private ShadowComparison compare(InspectionLog log, Trials trials, AndonConfig config)
            throws InterruptedException {
        Truths truths = log.truths();
        Predicate<FrameId> drawn = new Scope.Drawn(config.inspect().lotSalt(), config.shadow().share())::has;
        ShadowComparison all = new ShadowComparison(trials, drawn, changes.comparison(truths));
        List<ShadowComparison> parts = log.readOfAnyRecipe(history,
                () -> new ShadowComparison(trials, drawn, changes.comparison(truths)), ShadowComparison::add);
        parts.forEach(all::add);
        return all;
    }

    private static void print(ShadowComparison all, Trials trials, @Nullable Costs costs, PrintWriter out) {
        if (all.paired() == 0) {
            out.println(
                    "no frame was decided both live and by a candidate: check policy shadow list, whether run --roles"
                            + " SHADOW runs, --from, --until, --line and --recipe");
            return;
        }
        out.println("before: live; after: " + candidates(trials));
        new ComparisonTable(all.decisions(), costs).print(out);
        efforts(all.live(), all.shadow(), out);
        out.println(String.format(Locale.ROOT, "%.1f %% of %s decided alike", 100 * all.agreement(),
                Listing.count(all.paired(), "frame")));
        out.println("not counted: " + Listing.count(all.onlyLive(), "frame") + " decided live alone, "
                + Listing.count(all.onlyShadow(), "frame") + " by a candidate alone, "
                + Listing.count(trials.earlier(), "frame") + " by earlier candidates");
    }

    private static void efforts(Efforts live, Efforts shadow, PrintWriter out) {
        new Listing().row("", "BEFORE", "AFTER")
                .row("sample, median", time(live.samples().quantile(0.5)), time(shadow.samples().quantile(0.5)))
                .row("sample, 95 % within", time(live.samples().quantile(0.95)), time(shadow.samples().quantile(0.95)))
                .row("record to decision, median", time(live.times().quantile(0.5)),
                        time(shadow.times().quantile(0.5)))
                .row("record to decision, 95 % within", time(live.times().quantile(0.95)),
                        time(shadow.times().quantile(0.95)))
                .row("tokens of a frame", tokens(live), tokens(shadow)).print(out);
    }

    private static String time(OptionalLong millis) {
        return millis.isEmpty() ? "unknown" : String.format(Locale.ROOT, "%,d ms", millis.getAsLong());
    }

    private static String tokens(Efforts efforts) {
        return String.format(Locale.ROOT, "%,.0f", efforts.tokensPerFrame());
    }

    private static String candidates(Trials trials) {
        return trials.candidates().isEmpty()
                ? "no candidate"
                : trials.candidates().entrySet().stream().map(one -> one.getKey() + " candidate " + one.getValue())
                        .collect(Collectors.joining(", "));
    }
}
