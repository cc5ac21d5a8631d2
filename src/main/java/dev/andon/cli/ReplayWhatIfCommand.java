package dev.andon.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Costs;
import dev.andon.replay.Cell;
import dev.andon.replay.Estimate;
import dev.andon.replay.PolicyHistory;
import dev.andon.replay.ReportPage;
import dev.andon.replay.Truths;
import dev.andon.replay.WhatIf;
import dev.andon.replay.WhatIf.Row;
import dev.andon.replay.WhatIfJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon replay whatif}. */
@Command(name = "whatif", mixinStandardHelpOptions = true, description = {
    "Compares thresholds, measures, numbers of samples and stopping rules on recorded frames: what is held, what escapes, what"
            + " is rejected wrongly, with 95 % bands, and what it costs. One pass over the topics; no model is asked. Frames are"
            + " decided as if the evidence for the threshold had been waived."})
final class ReplayWhatIfCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Mixin
    private HistoryOptions history;

    @Mixin
    private VariantOptions variants;

    @Mixin
    private CostsOption costs;

    @Mixin
    private ReportOptions report;

    @Override
    public Integer call() throws InterruptedException {
        history.check();
        report.check();
        variants.check();
        AndonConfig config = options.load();
        try (Codecs codecs = Wiring.codecs(config)) {
            PolicyHistory policies = new PolicyLog(config, codecs).history();
            Costs known = costs.of(policies.current().values());
            InspectionLog log = new InspectionLog(config, codecs);
            Truths truths = log.truths();
            List<WhatIf> parts = log.read(history, () -> new WhatIf(variants.all(), policies, truths), WhatIf::add);
            WhatIf all = new WhatIf(variants.all(), policies, truths);
            parts.forEach(all::add);
            List<Row> rows = variants.rows(all, known);
            PrintWriter out = spec.commandLine().getOut();
            print(rows, known, out);
            all.unseen().forEach((why, frames) -> out.println("not counted: " + frames + " " + why));
            if (log.unreadable() > 0) {
                out.println("not counted: " + Listing.count(log.unreadable(), "record") + " that cannot be read");
            }
            out.println(log.speed().text());
            report.write(() -> json(rows, all), ReportPage::ofWhatIf, out);
        }
        return 0;
    }

    private ObjectNode json(List<Row> rows, WhatIf all) {
        ObjectNode json = WhatIfJson.of(rows, all.unseen()).put("title", "What if");
        json.putArray("subject").add("Looked at: " + history.text());
        return json;
    }

    private static void print(List<Row> rows, @Nullable Costs costs, PrintWriter out) {
        Listing listing = new Listing().row("VARIANT", "THRESHOLD", "HELD", "MOST AN HOUR", "HELD → ACCEPTED",
                "ACCEPTED → HELD", "ESCAPES", "FALSE REJECTS", "SAMPLES", "COST");
        rows.forEach(row -> row.cells().forEach(cell -> add(listing, row, cell)));
        listing.print(out);
        rows.stream().filter(row -> row.uncovered() > 0).forEach(row -> out.println("not counted: "
                + Listing.count(row.uncovered(), "frame") + " with fewer samples on record than "
                + row.variant().name()));
        if (costs != null) {
            cheapest(rows).ifPresent(best -> out.println("least cost of a frame: " + best));
        }
    }

    private static Optional<String> cheapest(List<Row> rows) {
        record Priced(Row row, Cell cell) {
            double perFrame() {
                return cell.cost() / row.frames();
            }
        }
        return rows.stream().flatMap(row -> row.cells().stream().map(cell -> new Priced(row, cell)))
                .filter(priced -> !Double.isNaN(priced.perFrame())).min(Comparator.comparingDouble(Priced::perFrame))
                .map(best -> String.format(Locale.ROOT, "%.4f by %s at %.3f", best.perFrame(),
                        best.row().variant().name(), best.cell().threshold()));
    }

    private static void add(Listing listing, Row row, Cell cell) {
        listing.row(row.variant().name(), String.format(Locale.ROOT, "%.3f", cell.threshold()),
                String.format(Locale.ROOT, "%.1f %%", 100.0 * cell.held() / Math.max(1, row.frames())),
                cell.mostPerHour(), cell.toAccepted(), cell.toHeld(), text(cell.errors().escapes()),
                text(cell.errors().falseRejects()),
                String.format(Locale.ROOT, "%.2f", (double) cell.calls() / Math.max(1, row.frames())),
                Double.isNaN(cell.cost()) ? "unknown" : String.format(Locale.ROOT, "%,.1f", cell.cost()));
    }

    private static String text(Estimate estimate) {
        String value = Double.isNaN(estimate.value()) ? "?" : whole(estimate.value());
        return value + " [" + whole(estimate.low()) + ", " + whole(estimate.high()) + "]";
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
