package dev.andon.replay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import dev.andon.core.calibration.Grid;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecordedSamples;
import dev.andon.core.decision.Rescoring;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Stopping.Unsettled;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.FrameId;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * What each of many variants would have made of recorded frames, at every threshold of the {@link Grid} and in one pass. A frame is
 * decided by the recipe of its time with another measure, N and stopping rule, and as if the evidence for the threshold had been
 * waived; N samples are {@link Drawing drawn} from those on record. One thread; those of several threads can be put together.
 */
public final class WhatIf {

    private static final String WAIVED_BY = "replay";

    /** Accepts whatever can be accepted at all. */
    private static final ThresholdRule.Fixed LOOSEST = new ThresholdRule.Fixed(1, WAIVED_BY);

    private final PolicyHistory history;
    private final Truths truths;
    private final Map<Variant, VariantCounts> counts = new LinkedHashMap<>();
    private final Map<String, Long> unseen = new TreeMap<>();
    private final int[] nothing = new int[Grid.SIZE];

    /**
     * Nothing yet.
     *
     * @param variants to compare
     */
    public WhatIf(List<Variant> variants, PolicyHistory history, Truths truths) {
        this.history = history;
        this.truths = truths;
        variants.forEach(variant -> counts.put(variant, new VariantCounts()));
    }

    /** A frame. */
    public void add(Inspection inspection) {
        RecordedSamples samples = RecordedSamples.of(inspection);
        FrameId frame = inspection.frame().frameId();
        if (frame == null || inspection.decision().result() == Result.UNDEFINED) {
            counts.values().forEach(each -> each.add(inspection, Grid.NONE, Result.UNDEFINED, nothing, null));
            return;
        }
        Optional<Recipe> recipe = history.recipeOf(inspection);
        if (recipe.isEmpty()) {
            unseen.merge("decided by a policy that is no longer on its topic", 1L, Long::sum);
            return;
        }
        RecordedSamples drawn = samples.at(Drawing.order(frame, samples.count()));
        Result truth = truths.of(inspection.id());
        counts.forEach((variant, each) -> {
            if (drawn.count() < variant.samples()) {
                each.addUncovered();
            } else {
                add(each, inspection, drawn.first(variant.samples()), with(recipe.get(), variant), truth);
            }
        });
    }

    private static void add(VariantCounts counts, Inspection inspection, RecordedSamples drawn, Recipe recipe,
            @Nullable Result truth) {
        Threshold loosest = new Threshold(1, 1, ThresholdMode.FIXED, WAIVED_BY);
        boolean lossless = recipe.plan().stopping() instanceof StoppingRule.Lossless;
        RecordedSamples taken = lossless ? drawn : Rescoring.taken(drawn, recipe, loosest, inspection.lot());
        Scores scores = taken.count() < 2 ? null : taken.scores(recipe.measure(), recipe.labels());
        Double score = scores == null ? null : scores.byMeasure().get(recipe.measure());
        Decision decision = Rescoring.decide(inspection, recipe, taken, scores, loosest);
        int index = decision.route() == Route.ACCEPTED && score != null ? Grid.above(score) : Grid.NONE;
        counts.add(inspection, index, decision.result(),
                lossless ? calls(drawn, recipe, inspection.lot()) : constant(taken.count()), truth);
    }

    /** Samples that the lossless rule would take, one after the other, at each threshold: the route is that of all of them. */
    private static int[] calls(RecordedSamples drawn, Recipe recipe, double lot) {
        int[] calls = constant(drawn.count());
        if (lot < recipe.auditShare()) {
            return calls;
        }
        for (int taken = drawn.count() - 1; taken >= recipe.plan().minSamples(); taken--) {
            Unsettled unsettled = Rescoring.unsettled(recipe, lot, drawn.first(taken));
            for (int i = 0; i < Grid.SIZE; i++) {
                if (!unsettled.at(Grid.value(i))) {
                    calls[i] = taken;
                }
            }
        }
        return calls;
    }

    private static int[] constant(int calls) {
        int[] all = new int[Grid.SIZE];
        Arrays.fill(all, calls);
        return all;
    }

    private static Recipe with(Recipe recipe, Variant variant) {
        SamplingPlan plan = recipe.plan();
        return recipe.scoredBy(variant.measure()).decidedBy(LOOSEST)
                .sampledBy(new SamplingPlan(variant.samples(), Math.min(plan.minSamples(), variant.samples()),
                        plan.temperature(), plan.maxTokens(), plan.timeLimit(), variant.stopping(),
                        plan.maxImageSide(), plan.stillScene()));
    }

    /** Takes over what another one with the same variants has counted. */
    public void add(WhatIf other) {
        counts.forEach((variant, each) -> each.add(Objects.requireNonNull(other.counts.get(variant))));
        other.unseen.forEach((why, count) -> unseen.merge(why, count, Long::sum));
    }

    /**
     * What comes of each variant.
     *
     * @param steps thresholds of each measure: those that accept equal shares of what its variant of most samples can accept, each once
     * @param costs null where they are not known
     */
    public List<Row> rows(int steps, @Nullable Costs costs) {
        return counts.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue(),
                indices(entry.getKey().measure(), steps), costs)).toList();
    }

    /**
     * The same at given thresholds.
     *
     * @param thresholds 0 to 1; each is taken to the grid, downwards
     */
    public List<Row> rows(List<Double> thresholds, @Nullable Costs costs) {
        List<Integer> indices = thresholds.stream().map(Grid::upTo).distinct().sorted().toList();
        return counts.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue(), indices, costs)).toList();
    }

    private List<Integer> indices(String measure, int steps) {
        VariantCounts widest = counts.entrySet().stream().filter(entry -> entry.getKey().measure().equals(measure))
                .max(Comparator.comparingInt(entry -> entry.getKey().samples())).orElseThrow().getValue();
        return IntStream.rangeClosed(1, steps).map(step -> widest.quantile((double) step / steps)).distinct().boxed()
                .toList();
    }

    private static Row row(Variant variant, VariantCounts counts, List<Integer> indices, @Nullable Costs costs) {
        return new Row(variant, counts.frames(), counts.uncovered(),
                indices.stream().map(index -> counts.at(index, costs)).toList());
    }

    /**
     * A variant at several thresholds.
     *
     * @param frames    that are counted
     * @param uncovered frames that are not, since they have too few samples on record
     * @param cells     by threshold
     */
    public record Row(Variant variant, long frames, long uncovered, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Frames of which nothing can be told, by why. */
    public Map<String, Long> unseen() {
        return unseen;
    }
}
