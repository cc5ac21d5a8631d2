package dev.andon.topology.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import dev.andon.core.calibration.Change;
import dev.andon.core.calibration.Judgement;
import dev.andon.core.calibration.Learner;
import dev.andon.core.calibration.Seen;
import dev.andon.core.calibration.Standing;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.LineId;
import dev.andon.topology.review.LineRules.InForce;
import dev.andon.topology.state.Lesson;
import dev.andon.topology.state.Lessons;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt on all lines of a task. A threshold that changed is published at once, progress no oftener than with each
 * look at the clock. One thread.
 */
final class LineLearning {

    private final Lessons lessons;
    private final ReviewPublisher publisher;
    private final Gauges gauges;
    private final Map<LineId, Map<String, RecipeLearning>> lines = new HashMap<>();
    private final Set<RecipeLearning> unsaved = new LinkedHashSet<>();
    private final Set<LineId> changed = new HashSet<>();
    private final Set<LineId> progressed = new HashSet<>();

    LineLearning(Lessons lessons, ReviewPublisher publisher, Gauges gauges) {
        this.lessons = lessons;
        this.publisher = publisher;
        this.gauges = gauges;
        for (Lesson lesson : lessons.all()) {
            RecipeLearning resumed = RecipeLearning.resume(lesson,
                    lessons.evidenceOf(lesson.line(), lesson.recipeId()));
            recipesOf(lesson.line()).put(lesson.recipeId(), resumed);
            gauges.show(lesson.line(), resumed.published());
        }
    }

    /** The policy of a line came into force; recipes that are gone are forgotten. */
    void ruled(LineId line, Map<String, InForce> recipes, Instant now) {
        Map<String, RecipeLearning> known = recipesOf(line);
        for (String gone : List.copyOf(known.keySet())) {
            if (!recipes.containsKey(gone)) {
                known.remove(gone);
                lessons.remove(line, gone);
            }
        }
        recipes.forEach((id, inForce) -> {
            RecipeLearning learning = known.get(id);
            if (learning == null) {
                RecipeLearning begun = RecipeLearning.begin(line, inForce, lessons.evidenceOf(line, id), now);
                known.put(id, begun);
                unsaved.add(begun);
            } else {
                note(learning, learning.rule(inForce, now));
            }
        });
        changed.add(line);
    }

    /** An inspection came. */
    void seen(LineId line, String recipeId, Seen seen, Instant now) {
        learn(line, recipeId, now, learner -> learner.seen(seen));
    }

    /** An inspection was judged, or a judgement corrected. */
    void judged(LineId line, String recipeId, Seen seen, @Nullable Judgement before, Judgement after, Instant now) {
        learn(line, recipeId, now, learner -> learner.judged(seen, before, after));
        progressed.add(line);
    }

    /** Time goes by. */
    void tick(Instant now) {
        for (RecipeLearning learning : lines.values().stream().flatMap(recipes -> recipes.values().stream()).toList()) {
            Standing before = learning.standing();
            List<ThresholdChange> changes = learning.learn(now, learner -> learner.tick(now));
            if (!changes.isEmpty() || !before.equals(learning.standing())) {
                note(learning, changes);
                progressed.add(learning.line());
            }
        }
        changed.addAll(progressed);
        progressed.clear();
    }

    /**
     * Keeps what was learnt and publishes what has changed.
     *
     * @return whether anything was published
     */
    boolean settle() {
        unsaved.forEach(learning -> lessons.put(learning.lesson()));
        unsaved.clear();
        for (LineId line : changed) {
            LineThresholds thresholds = new LineThresholds(line,
                    recipesOf(line).values().stream().map(RecipeLearning::published).toList());
            publisher.thresholds(thresholds);
            thresholds.recipes().forEach(threshold -> gauges.show(line, threshold));
        }
        boolean published = !changed.isEmpty();
        changed.clear();
        return published;
    }

    private void learn(LineId line, String recipeId, Instant now, Function<Learner, List<Change>> event) {
        RecipeLearning learning = recipesOf(line).get(recipeId);
        if (learning != null) {
            note(learning, learning.learn(now, event));
        }
    }

    private void note(RecipeLearning learning, List<ThresholdChange> changes) {
        unsaved.add(learning);
        changes.forEach(publisher::changed);
        if (!changes.isEmpty()) {
            changed.add(learning.line());
        }
    }

    private Map<String, RecipeLearning> recipesOf(LineId line) {
        return lines.computeIfAbsent(line, unknown -> new TreeMap<>());
    }
}
