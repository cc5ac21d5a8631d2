package dev.andon.replay.reask;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.sampling.Sample;
import dev.andon.replay.images.Place;
import dev.andon.replay.images.Way;
import org.jspecify.annotations.Nullable;

/** What a replay would take, by what stands on the record. One thread. */
public final class Estimate {

    private final Map<String, LinePolicy> policies;
    private final Map<Way, Long> byWay = new EnumMap<>(Way.class);
    private long unfit;
    private long withoutImage;
    private long samples;
    private long recordedSamples;
    private long recordedTokens;

    /** @param policies by line, that are asked by */
    Estimate(Map<String, LinePolicy> policies) {
        this.policies = policies;
    }

    void add(Inspection inspection, Place image) {
        byWay.merge(image.way(), 1L, Long::sum);
        samples += samplesOf(inspection);
        for (Sample sample : inspection.samples()) {
            long tokens = (long) sample.promptTokens() + sample.completionTokens();
            if (tokens > 0) {
                recordedSamples++;
                recordedTokens += tokens;
            }
        }
    }

    void addUnfit() {
        unfit++;
    }

    void addWithoutImage() {
        withoutImage++;
    }

    private int samplesOf(Inspection inspection) {
        LinePolicy policy = policies.get(inspection.line().value());
        @Nullable
        String camera = inspection.frame().cameraId();
        return policy == null || camera == null
                ? 0
                : policy.recipeFor(camera, inspection.frame().partNumber()).map(recipe -> recipe.plan().samples())
                        .orElse(0);
    }

    /** Inspections that match. */
    public long matching() {
        return frames() + unfit + withoutImage;
    }

    /** Frames that can be asked about. */
    public long frames() {
        return byWay.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By where their images are. */
    public Map<Way, Long> byWay() {
        return Map.copyOf(byWay);
    }

    /** Those whose frame itself was refused, or of which not enough is known. */
    public long unfit() {
        return unfit;
    }

    public long withoutImage() {
        return withoutImage;
    }

    /** That are asked for at most: stopping rules and still scenes save some. */
    public long samples() {
        return samples;
    }

    /** Of all of these samples, by the mean of those on record; empty where none says its tokens. */
    public OptionalDouble tokens() {
        return recordedSamples == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) recordedTokens / recordedSamples * samples);
    }
}
