package dev.andon.chaos;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.chaos.schedule.Plan;
import dev.andon.chaos.verify.Failovers;
import dev.andon.chaos.verify.Reviews;
import dev.andon.chaos.verify.Verification;
import dev.andon.chaos.verify.Violation;

/** A report as one JSON object. */
final class ReportJson {

    private ReportJson() {}

    /** One line. */
    static String of(Report report) {
        ChaosOptions options = report.options();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", options.seed()).put("profile", Names.of(options.profile()))
                .put("framesPerSecond", options.framesPerSecond())
                .put("groupProtocol", options.groupProtocol()).put("minutes", options.length().toMillis() / 60_000.0)
                .put("kills", report.killsInAll());
        json.set("killsByKind", counts(report.kills()));
        json.set("actionsByKind", counts(report.actions()));
        results(json, report.verification());
        json.put("processorsEndedByThemselves", report.endedByThemselves()).put("quiet", report.quiet());
        ObjectNode failover = json.putObject("failover");
        failover.set("restart", times(report.failovers().restart()));
        failover.set("takeover", times(report.failovers().takeover()));
        report.verification().examples().forEach(json.putArray("examples")::add);
        report.troubles().forEach(json.putArray("troubles")::add);
        schedule(json, report.plan());
        return json.put("clean", report.clean()).put("simulatedModel", true).toString();
    }

    private static void results(ObjectNode json, Verification found) {
        json.put("frames", found.frames());
        ObjectNode decisions = json.putObject("decisions");
        decisions.put("accepted", found.accepted()).put("humanReview", found.held())
                .put("auditCopies", found.auditCopies()).put("deadLetters", found.deadLetters());
        ObjectNode reasons = decisions.putObject("reasons");
        new TreeMap<>(found.reasons()).forEach((reason, count) -> reasons.put(reason.name(), count));
        Reviews reviews = found.reviews();
        json.putObject("reviews").put("verdicts", reviews.verdicts()).put("unconfirmed", reviews.unconfirmed())
                .put("onNothing", reviews.onNothing()).put("reviewed", reviews.reviewed())
                .put("overruled", reviews.overruled()).put("thresholdChanges", reviews.thresholdChanges())
                .put("decidedByLearnt", reviews.byLearnt());
        json.put("repetitions", found.repetitions()).put("unconfirmed", found.unconfirmed())
                .put("lost", found.lost()).put("duplicated", found.duplicated())
                .put("outOfOrder", found.outOfOrder()).put("foreign", found.count(Violation.NEVER_SENT))
                .put("ledgerLeft", found.count(Violation.LEDGER_NOT_EMPTY))
                .put("policiesIntact", found.count(Violation.POLICY_ALTERED) + found.count(
                        Violation.POLICY_OUTDATED) + found.count(Violation.POLICY_WENT_BACK) == 0)
                .put("excessSamples", found.count(Violation.TOO_MANY_SAMPLES));
        ObjectNode violations = json.putObject("violations");
        new TreeMap<>(found.violations()).forEach((kind, count) -> violations.put(kind.name(), count));
    }

    private static ObjectNode times(Failovers.Times times) {
        return JsonNodeFactory.instance.objectNode().put("count", times.measured())
                .put("unfinished", times.unfinished()).put("p50", times.p50Millis() / 1000.0)
                .put("max", times.worstMillis() / 1000.0);
    }

    private static ObjectNode counts(Map<String, Integer> counts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(counts).forEach(json::put);
        return json;
    }

    private static void schedule(ObjectNode json, Plan plan) {
        var steps = json.putArray("schedule");
        plan.steps().forEach(step -> steps.addObject().put("at", step.at().toMillis() / 1000.0)
                .put("action", step.action().describe()));
    }
}
