package dev.andon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.LineId;
import dev.andon.replay.Candidate;
import dev.andon.replay.Comparison;
import dev.andon.replay.ComparisonJson;
import dev.andon.replay.PolicyHistory;
import dev.andon.replay.ReportPage;
import dev.andon.replay.Truths;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code andon replay rescore}. */
@Command(name = "rescore", mixinStandardHelpOptions = true, description = {
    "Decides recorded frames anew from their recorded samples: by other thresholds, measures, limits or fewer samples."
            + " No model is asked, and nothing is embedded. Nothing is written but the report, and what --queue"
            + " puts before people."})
final class ReplayRescoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Mixin
    private HistoryOptions history;

    @Mixin
    private CandidateOptions candidates;

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
            PolicyHistory policies = new PolicyLog(config, codecs).history();
            Map<LineId, LinePolicy> wanted = candidates.of(policies.current(), history);
            Costs known = costs.of(wanted.values());
            Candidate candidate = new Candidate(wanted, policies);
            InspectionLog log = new InspectionLog(config, codecs);
            Truths truths = log.truths();
            List<Comparison> parts = log.read(history, () -> changes.comparison(truths),
                    (comparison, inspection) -> comparison.add(inspection, candidate.of(inspection)));
            Comparison all = changes.comparison(truths);
            parts.forEach(all::add);
            PrintWriter out = spec.commandLine().getOut();
            new ComparisonTable(all, known).print(out);
            if (log.unreadable() > 0) {
                out.println("not counted: " + Listing.count(log.unreadable(), "record") + " that cannot be read");
            }
            out.println(log.speed().text());
            changes.queue(all, config, codecs, out);
            try (ReportImages images = ReportImages.of(config, codecs)) {
                report.write(() -> json(all, known, images), ReportPage::ofComparison, out);
            }
        }
        return 0;
    }

    private ObjectNode json(Comparison all, @Nullable Costs known, ReportImages images) {
        ObjectNode json = ComparisonJson.of(all, known, images::of).put("title", "Decided anew");
        json.putArray("subject").add(history.title()).add("By " + candidates.text());
        return json;
    }
}
