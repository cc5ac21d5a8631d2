package dev.andon.replay;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.decision.Costs;
import org.jspecify.annotations.Nullable;

/** A comparison of candidates with what is live, as JSON: that of the decisions, and what it took. Pure functions. */
public final class ShadowJson {

    private ShadowJson() {}

    /**
     * As {@link ComparisonJson}, with more.
     *
     * @param costs  null where they are not known
     * @param images of frames, where they can be had
     */
    public static ObjectNode of(ShadowComparison comparison, Trials trials, @Nullable Costs costs,
            Function<Changed, Optional<Picture>> images) {
        ObjectNode json = ComparisonJson.of(comparison.decisions(), costs, images);
        ComparisonJson.put(json, "agreement", comparison.agreement());
        json.put("onlyLive", comparison.onlyLive()).put("onlyShadow", comparison.onlyShadow())
                .put("earlier", trials.earlier());
        ObjectNode candidates = json.putObject("candidates");
        trials.candidates().forEach(candidates::put);
        put(json.putObject("effortBefore"), comparison.live());
        put(json.putObject("effortAfter"), comparison.shadow());
        return json;
    }

    private static void put(ObjectNode json, Efforts efforts) {
        put(json, "sampleMedianMillis", efforts.samples().quantile(0.5));
        put(json, "sampleP95Millis", efforts.samples().quantile(0.95));
        put(json, "frameMedianMillis", efforts.times().quantile(0.5));
        put(json, "frameP95Millis", efforts.times().quantile(0.95));
        ComparisonJson.put(json, "tokensPerFrame", efforts.tokensPerFrame());
    }

    private static void put(ObjectNode json, String name, OptionalLong value) {
        if (value.isPresent()) {
            json.put(name, value.getAsLong());
        } else {
            json.putNull(name);
        }
    }
}
