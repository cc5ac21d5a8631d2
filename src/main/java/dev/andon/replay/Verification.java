package dev.andon.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecordedSamples;
import dev.andon.core.decision.Rescoring;
import dev.andon.core.decision.Threshold;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * Whether recorded decisions follow from recorded samples by the recipes of their time: scores and decisions are computed anew
 * and compared bit for bit. Tellings of several threads can be put together; one thread each.
 */
public final class Verification {

    private static final int MOST_KEPT = 20;

    /**
     * Something on record that is not what comes of it.
     *
     * @param field    of the record
     * @param recorded its value
     * @param computed what it should be
     */
    public record Difference(Inspection inspection, String field, String recorded, String computed) {

        private static final Comparator<Difference> ORDER = Comparator
                .comparing((Difference one) -> one.inspection.times().decided())
                .thenComparing(one -> one.inspection.line().value())
                .thenComparing(one -> one.inspection.id());
    }

    private final PolicyHistory history;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Long> unverified = new TreeMap<>();
    private long same;
    private long different;

    public Verification(PolicyHistory history) {
        this.history = history;
    }

    /** Looks at one inspection. */
    public void add(Inspection inspection) {
        Applied applied = inspection.applied();
        if (applied == null || inspection.samples().isEmpty()) {
            unverified.merge("held before the model answered", 1L, Long::sum);
            return;
        }
        Optional<Recipe> recipe = history.recipeOf(inspection);
        if (recipe.isEmpty()) {
            unverified.merge("decided by a policy that is no longer on its topic", 1L, Long::sum);
            return;
        }
        difference(inspection, recipe.get(), applied.threshold()).ifPresentOrElse(this::add, () -> same++);
    }

    private void add(Difference difference) {
        different++;
        differences.add(difference);
        differences.sort(Difference.ORDER);
        if (differences.size() > MOST_KEPT) {
            differences.removeLast();
        }
    }

    /** Takes over what another one has found. */
    public void add(Verification other) {
        other.differences.forEach(this::add);
        different += other.different - other.differences.size();
        same += other.same;
        other.unverified.forEach((why, count) -> unverified.merge(why, count, Long::sum));
    }

    /** Inspections that follow from what is on record. */
    public long same() {
        return same;
    }

    /** Inspections that do not. */
    public long different() {
        return different;
    }

    /** Inspections of which nothing can be told, by why. */
    public Map<String, Long> unverified() {
        return unverified;
    }

    /** The first differences by time, each the first field of an inspection. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    private static Optional<Difference> difference(Inspection inspection, Recipe recipe,
            @Nullable Threshold threshold) {
        RecordedSamples samples = RecordedSamples.of(inspection);
        Scores recorded = inspection.scores();
        Scores scores = recorded == null ? null : samples.scores(recipe.labels());
        FirstDifference fields = new FirstDifference(inspection);
        if (recorded != null && scores != null) {
            new TreeMap<>(scores.byMeasure()).forEach((measure, score) -> fields.look("scores." + measure,
                    recorded.byMeasure().get(measure), score));
            new TreeMap<>(recorded.byMeasure()).forEach((measure, score) -> fields.look("scores." + measure, score,
                    scores.byMeasure().get(measure)));
        }
        fields.look("uncertainty", inspection.uncertainty(),
                scores == null ? null : scores.byMeasure().get(recipe.measure()));
        compare(fields, inspection.decision(),
                Rescoring.decide(inspection, recipe, samples, scores, threshold));
        return Optional.ofNullable(fields.first);
    }

    private static void compare(FirstDifference fields, Decision recorded, Decision computed) {
        fields.look("route", recorded.route(), computed.route());
        fields.look("reason", recorded.reason(), computed.reason());
        fields.look("result", recorded.result(), computed.result());
        fields.look("answer", recorded.answer(), computed.answer());
        fields.look("scorable", recorded.scorable(), computed.scorable());
        if (!saysWhatFailed(recorded)) {
            fields.look("detail", recorded.detail(), computed.detail());
        }
    }

    /** Why captions could not be embedded is said there, and on record nowhere else. */
    private static boolean saysWhatFailed(Decision recorded) {
        return recorded.reason() == Reason.UNCERTAIN && recorded.detail().contains("could not be");
    }

    /** Finds the first field that differs. */
    private static final class FirstDifference {

        private final Inspection inspection;
        private @Nullable Difference first;

        FirstDifference(Inspection inspection) {
            this.inspection = inspection;
        }

        void look(String field, @Nullable Object recorded, @Nullable Object computed) {
            if (first == null && !Objects.equals(recorded, computed)) {
                first = new Difference(inspection, field, String.valueOf(recorded), String.valueOf(computed));
            }
        }
    }
}
