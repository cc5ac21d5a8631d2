package dev.andon.demo.summary;

import java.util.Locale;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.calibration.Interval;

/** A summary as one JSON object. */
public final class SummaryJson {

    private SummaryJson() {}

    /** One line. */
    public static String of(Summary summary) {
        Tally tally = summary.tally();
        Verification verification = summary.verification();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("frames", tally.frames()).put("accepted", tally.accepted()).put("humanReview", tally.held())
                .put("auditCopies", tally.auditCopies()).put("deadLetters", tally.deadLetters())
                .put("lost", verification.lost()).put("duplicated", verification.duplicated())
                .put("outOfOrder", verification.outOfOrder()).put("vlmCalls", summary.vlmCalls());
        ObjectNode reasons = json.putObject("reasons");
        new TreeMap<>(tally.reasons()).forEach((reason, count) -> reasons.put(reason.name(), count));
        json.put("escapesWithoutGate", tally.withoutGate().escapes())
                .put("falseRejectsWithoutGate", tally.withoutGate().falseRejects())
                .put("escapesAccepted", tally.amongAccepted().escapes())
                .put("falseRejectsAccepted", tally.amongAccepted().falseRejects())
                .put("unanimousWrong", tally.unanimous().both()).put("seconds", rounded(summary.seconds()))
                .put("framesPerSecond", rounded(summary.framesPerSecond()));
        json.put("wrongDefectAccepted", tally.wrongLabel()).put("withoutAnyLabel", tally.silent());
        json.set("intervals", intervals(summary));
        if (summary.learned() != null) {
            json.set("learned", learned(summary.learned()));
        }
        return json.put("simulatedModel", true).toString();
    }

    private static ObjectNode learned(Learned learned) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdicts", learned.verdicts()).put("mistaken", learned.mistaken())
                .put("unanswered", learned.unanswered());
        ArrayNode lines = json.putArray("lines");
        for (Learned.Line line : learned.lines()) {
            lines.addObject().put("line", line.line()).put("recipe", line.recipe()).put("threshold", line.threshold())
                    .put("evidence", line.evidence()).put("judged", line.judged()).put("accepted", line.accepted())
                    .put("wrong", line.wrong());
        }
        return json;
    }

    private static ObjectNode intervals(Summary summary) {
        Tally tally = summary.tally();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "humanReview", summary.ofAll(tally.held()));
        put(json, "escapesWithoutGate", summary.ofAll(tally.withoutGate().escapes()));
        put(json, "falseRejectsWithoutGate", summary.ofAll(tally.withoutGate().falseRejects()));
        put(json, "errorsWithoutGate", summary.ofAll(tally.withoutGate().both()));
        put(json, "escapesAccepted", summary.ofAll(tally.amongAccepted().escapes()));
        put(json, "falseRejectsAccepted", summary.ofAll(tally.amongAccepted().falseRejects()));
        put(json, "errorsAccepted", summary.ofAll(tally.amongAccepted().both()));
        put(json, "errorsAmongAccepted", summary.ofAccepted(tally.amongAccepted().both()));
        return json;
    }

    private static void put(ObjectNode json, String name, Share share) {
        Interval interval = share.interval();
        json.putArray(name).add(precise(interval.low())).add(precise(interval.high()));
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", value));
    }

    private static double precise(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.5f", value));
    }
}
