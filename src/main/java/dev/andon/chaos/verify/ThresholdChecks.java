package dev.andon.chaos.verify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;
import org.jspecify.annotations.Nullable;

/**
 * Whether learnt thresholds and their changes say the same: the changes of a recipe are one chain, and what is published of
 * it is where the chain ends. One thread.
 */
final class ThresholdChecks {

    private final Findings findings;

    private ThresholdChecks(Findings findings) {
        this.findings = findings;
    }

    static void check(Learnt learnt, Findings findings) {
        ThresholdChecks checks = new ThresholdChecks(findings);
        List<ThresholdChange> all = values(learnt.changes());
        checks.chains(all);
        Map<RecipeKey, LearntThreshold> newest = newest(values(learnt.thresholds()));
        values(learnt.settled()).forEach(change -> checks.published(change, newest.get(RecipeKey.of(change))));
        Map<RecipeKey, Map<Long, ThresholdChange>> changes = new HashMap<>();
        all.forEach(change -> changes.computeIfAbsent(RecipeKey.of(change), key -> new HashMap<>())
                .put(change.newVersion(), change));
        newest.forEach((key, threshold) -> checks.explained(key, threshold,
                changes.getOrDefault(key, Map.of()).get(threshold.version())));
    }

    private static <T> List<T> values(List<Stamped<T>> stamped) {
        return stamped.stream().map(Stamped::value).toList();
    }

    private void chains(List<ThresholdChange> changes) {
        Map<RecipeKey, ThresholdChange> last = new HashMap<>();
        for (ThresholdChange change : changes) {
            ThresholdChange before = last.put(RecipeKey.of(change), change);
            if (!follows(change, before)) {
                findings.add(Violation.THRESHOLD_CHAIN_BROKEN, change + " after " + before);
            }
        }
    }

    /** The first one changes a version 1 that was published without a change. */
    private static boolean follows(ThresholdChange change, @Nullable ThresholdChange before) {
        Long from = change.oldVersion();
        if (from == null || change.newVersion() != from + 1) {
            return false;
        }
        return before == null
                ? from == 1
                : from == before.newVersion() && Objects.equals(change.oldValue(), before.newValue());
    }

    private static Map<RecipeKey, LearntThreshold> newest(List<LineThresholds> thresholds) {
        Map<String, LineThresholds> lines = new LinkedHashMap<>();
        thresholds.forEach(each -> lines.put(each.line().value(), each));
        Map<RecipeKey, LearntThreshold> newest = new LinkedHashMap<>();
        lines.forEach((line, all) -> all.recipes()
                .forEach(each -> newest.put(new RecipeKey(line, each.recipe().id()), each)));
        return newest;
    }

    private void published(ThresholdChange change, @Nullable LearntThreshold threshold) {
        if (threshold == null || threshold.version() < change.newVersion()) {
            findings.add(Violation.THRESHOLDS_DISAGREE, change + " is not in " + threshold);
        }
    }

    private void explained(RecipeKey key, LearntThreshold threshold, @Nullable ThresholdChange change) {
        boolean fits = change == null
                ? threshold.version() == 1
                : Objects.equals(change.newValue(), threshold.value());
        if (!fits) {
            findings.add(Violation.THRESHOLDS_DISAGREE, key + " " + threshold + " does not come from " + change);
        }
    }
}
