package dev.andon.replay;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import dev.andon.core.calibration.Interval;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * How many of the frames that are accepted are wrong, when only some of them were judged.
 *
 * <p>Whether a frame was judged depends on what became of it when it was recorded: one that was held is judged, one that was
 * accepted only if its lot was below the audit share. Frames are therefore counted in strata of recorded route and audit share.
 * Within each the judged ones stand for all, which weighs each of them by one over the share that was judged, the Horvitz-Thompson
 * weight with the share as it came out (post-stratification). Verdicts on accepted frames whose lot lost came because something
 * was wrong, and would weigh too much: they are left out.
 *
 * <p>The band adds the exact intervals of Clopper and Pearson of the strata, each at a confidence that all of them hold together
 * (Bonferroni). A stratum all of whose frames were judged has no band. One thread.
 */
public final class Errors {

    /** Of the band. */
    public static final double CONFIDENCE = 0.95;

    private record Stratum(boolean held, double auditShare) {

        private static final Comparator<Stratum> ORDER = Comparator.comparing(Stratum::held)
                .thenComparingDouble(Stratum::auditShare);
    }

    private static final class Counts {
        private int frames;
        private int judged;
        private int escapes;
        private int falseRejects;
    }

    private final Map<Stratum, Counts> strata = new TreeMap<>(Stratum.ORDER);

    /**
     * A frame that is accepted.
     *
     * @param recorded what became of it
     * @param said     the result that it is accepted with
     * @param truth    what a person said; null for nothing
     */
    public void add(Inspection recorded, Result said, @Nullable Result truth) {
        double share = recorded.applied() == null ? 0 : recorded.applied().auditShare();
        boolean held = recorded.decision().route() == Route.HUMAN_REVIEW;
        Counts counts = strata.computeIfAbsent(new Stratum(held, share), _ -> new Counts());
        counts.frames++;
        if (truth == null || truth == Result.NOT_DECIDABLE || !(held || recorded.lot() < share)) {
            return;
        }
        counts.judged++;
        counts.escapes += said == Result.OK && truth == Result.NOT_OK ? 1 : 0;
        counts.falseRejects += said == Result.NOT_OK && truth == Result.OK ? 1 : 0;
    }

    /** Takes over what another one has counted. */
    public void add(Errors other) {
        other.strata.forEach((stratum, counts) -> {
            Counts mine = strata.computeIfAbsent(stratum, _ -> new Counts());
            mine.frames += counts.frames;
            mine.judged += counts.judged;
            mine.escapes += counts.escapes;
            mine.falseRejects += counts.falseRejects;
        });
    }

    /** Accepted frames. */
    public int frames() {
        return sum(counts -> counts.frames);
    }

    /** Those of them that were judged and count. */
    public int judged() {
        return sum(counts -> counts.judged);
    }

    /** Frames accepted as OK that are not. */
    public Estimate escapes() {
        return estimate(counts -> counts.escapes);
    }

    /** Frames accepted as NOT_OK that are OK. */
    public Estimate falseRejects() {
        return estimate(counts -> counts.falseRejects);
    }

    private Estimate estimate(ToIntFunction<Counts> wrong) {
        double confidence = 1 - (1 - CONFIDENCE) / Math.max(1, strata.size());
        return strata.values().stream().map(counts -> estimate(counts, wrong.applyAsInt(counts), confidence))
                .reduce(Estimate.NONE, Estimate::plus);
    }

    private static Estimate estimate(Counts counts, int wrong, double confidence) {
        if (counts.judged == counts.frames) {
            return new Estimate(wrong, wrong, wrong);
        }
        Interval share = Interval.of(wrong, counts.judged, confidence);
        return new Estimate(counts.frames * (double) wrong / counts.judged,
                Math.max(wrong, counts.frames * share.low()), counts.frames * share.high());
    }

    private int sum(ToIntFunction<Counts> part) {
        return strata.values().stream().mapToInt(part).sum();
    }
}
