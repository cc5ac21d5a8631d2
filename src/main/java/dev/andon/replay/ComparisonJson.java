package dev.andon.replay;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.sampling.Sample;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON: what the report's page shows, and programs read. Pure functions. */
public final class ComparisonJson {

    /** Shown by every browser, and never run as a program. */
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp");

    private ComparisonJson() {}

    /**
     * The comparison with its worst changes.
     *
     * @param costs  null where they are not known
     * @param images of frames, where they can be had
     */
    public static ObjectNode of(Comparison comparison, @Nullable Costs costs,
            Function<Changed, Optional<Picture>> images) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, comparison.all()).put("changed", comparison.changed()).put("brokenOff", comparison.brokenOff())
                .put("reviewsBefore", comparison.reviewsBefore()).put("reviewsAfter", comparison.reviewsAfter())
                .put("callsBefore", comparison.callsBefore()).put("callsAfter", comparison.callsAfter());
        ObjectNode unseen = json.putObject("unseen");
        comparison.unseen().forEach(unseen::put);
        put(json.putObject("errorsBefore"), comparison.errorsBefore());
        put(json.putObject("errorsAfter"), comparison.errorsAfter());
        if (costs != null) {
            ObjectNode cost = json.putObject("cost");
            put(cost, "before", cost(costs, comparison.errorsBefore(), comparison.reviewsBefore(),
                    comparison.callsBefore()));
            put(cost, "after", cost(costs, comparison.errorsAfter(), comparison.reviewsAfter(),
                    comparison.callsAfter()));
        }
        ArrayNode lines = json.putArray("lines");
        comparison.lines().forEach((line, tally) -> put(lines.addObject().put("line", line), tally));
        ArrayNode passages = json.putArray("passages");
        comparison.passages().forEach((passage, frames) -> passages.addObject().put("before", passage.before())
                .put("after", passage.after()).put("frames", frames));
        ArrayNode hours = json.putArray("hours");
        comparison.hours().forEach((hour, tally) -> put(hours.addObject().put("hour", hour.toString()), tally));
        ArrayNode worst = json.putArray("worst");
        comparison.worst().forEach(change -> {
            ObjectNode one = worst.addObject();
            put(one, change);
            images.apply(change).filter(picture -> SHOWN.contains(picture.type()))
                    .ifPresent(picture -> one.put("image", "data:" + picture.type() + ";base64,"
                            + Base64.getEncoder().encodeToString(picture.bytes().array())));
        });
        return json;
    }

    /** What so many errors, reviews and calls cost; NaN where errors cannot be guessed. */
    public static double cost(Costs costs, Errors errors, long reviews, long calls) {
        return costs.escape() * errors.escapes().value() + costs.falseReject() * errors.falseRejects().value()
                + costs.review() * reviews + costs.call() * calls;
    }

    private static ObjectNode put(ObjectNode json, Tally tally) {
        return json.put("frames", tally.frames()).put("heldBefore", tally.heldBefore())
                .put("heldAfter", tally.heldAfter()).put("toAccepted", tally.toAccepted())
                .put("toHeld", tally.toHeld());
    }

    static void put(ObjectNode json, Errors errors) {
        json.put("accepted", errors.frames()).put("judged", errors.judged());
        put(json.putObject("escapes"), errors.escapes());
        put(json.putObject("falseRejects"), errors.falseRejects());
    }

    private static void put(ObjectNode json, Estimate estimate) {
        put(json, "value", estimate.value());
        json.put("low", estimate.low()).put("high", estimate.high());
    }

    static void put(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    private static void put(ObjectNode json, Changed change) {
        Inspection before = change.before();
        json.put("inspection", before.id()).put("line", before.line().value()).put("sequence", before.lineSequence())
                .put("frame", before.frame().frameId() == null ? null : before.frame().frameId().value())
                .put("camera", before.frame().cameraId()).put("unit", before.frame().unitId())
                .put("decided", before.times().decided().toString())
                .put("verdict", change.truth() == null ? null : change.truth().name());
        put(json.putObject("before"), before.decision(), before.uncertainty());
        put(json.putObject("after"), change.after().then(), change.after().uncertainty());
        put(json.putArray("samples"), before.samples());
        if (change.renewed() != null) {
            put(json.putArray("samplesAfter"), change.renewed().samples());
        }
    }

    private static void put(ArrayNode json, List<Sample> samples) {
        samples.forEach(sample -> json.addObject().put("answer", sample.answer().value())
                .put("caption", sample.caption()));
    }

    private static void put(ObjectNode json, Decision decision, @Nullable Double uncertainty) {
        json.put("route", decision.route().name())
                .put("reason", decision.reason() == null ? null : decision.reason().name())
                .put("result", decision.result().name())
                .put("answer", decision.answer() == null ? null : decision.answer().value())
                .put("uncertainty", uncertainty).put("detail", decision.detail());
    }
}
