package dev.andon.chaos.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Thresholds of two recipes, one of which was certified, revoked and certified again; and then one thing is wrong. */
class ThresholdChecksTest {

    private static final LineId LINE = new LineId("line-1");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<ThresholdChange> settled = new ArrayList<>();
    private final List<LineThresholds> thresholds = new ArrayList<>();
    private final List<ThresholdChange> changes = new ArrayList<>();

    @BeforeEach
    void allIsWell() {
        thresholds.add(published(null, 1));
        thresholds.add(published(0.25, 4));
        settled.add(change(null, 0.5, 1L, 2));
        settled.add(change(0.5, null, 2L, 3));
        settled.add(change(null, 0.25, 3L, 4));
        changes.addAll(settled);
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(check().examples()).isEmpty();
    }

    @Test
    void letsThresholdsChangeWhileTheyAreRead() {
        thresholds.add(published(0.125, 5));
        changes.add(change(0.25, 0.125, 4L, 5));
        changes.add(change(0.125, null, 5L, 6));

        assertThat(check().examples()).isEmpty();
    }

    @Test
    void findsAGap() {
        settled.remove(1);
        changes.remove(1);
        changes.set(1, change(0.5, 0.25, 3L, 4));

        assertFound(Violation.THRESHOLD_CHAIN_BROKEN);
    }

    @Test
    void findsAChangeTwice() {
        settled.add(1, settled.get(0));
        changes.add(1, changes.get(0));

        assertFound(Violation.THRESHOLD_CHAIN_BROKEN);
    }

    @Test
    void findsAChangeThatSkipsAVersion() {
        changes.set(2, change(null, 0.25, 3L, 5));
        settled.set(2, changes.get(2));
        thresholds.add(published(0.25, 5));

        assertFound(Violation.THRESHOLD_CHAIN_BROKEN);
    }

    @Test
    void findsAFirstChangeThatIsNotTheFirst() {
        changes.removeFirst();

        assertFound(Violation.THRESHOLD_CHAIN_BROKEN);
    }

    @Test
    void findsAChangeOfAnotherValueThanThatBefore() {
        changes.set(1, change(0.75, null, 2L, 3));

        assertFound(Violation.THRESHOLD_CHAIN_BROKEN);
    }

    @Test
    void findsAChangeThatWasNotPublished() {
        thresholds.removeLast();
        thresholds.add(published(null, 3));

        assertFound(Violation.THRESHOLDS_DISAGREE);
    }

    @Test
    void findsARecipeThatIsNoLongerPublished() {
        thresholds.add(new LineThresholds(LINE, List.of()));

        assertThat(check().counts()).containsOnlyKeys(Violation.THRESHOLDS_DISAGREE);
    }

    @Test
    void findsAnotherValueThanThatOfTheChange() {
        thresholds.add(published(0.125, 4));

        assertFound(Violation.THRESHOLDS_DISAGREE);
    }

    @Test
    void findsAVersionThatNoChangeLeadsTo() {
        thresholds.add(published(0.25, 5));

        assertFound(Violation.THRESHOLDS_DISAGREE);
    }

    private void assertFound(Violation violation) {
        assertThat(check().counts()).containsOnlyKeys(violation).containsEntry(violation, 1);
    }

    private Findings check() {
        Findings findings = new Findings();
        ThresholdChecks.check(new Learnt(stamped(settled), stamped(thresholds), stamped(changes)), findings);
        return findings;
    }

    private static <T> List<Stamped<T>> stamped(List<T> values) {
        return values.stream().map(value -> new Stamped<>(START, value)).toList();
    }

    private static ThresholdChange change(@Nullable Double before, @Nullable Double after, @Nullable Long oldVersion,
            long newVersion) {
        return new ThresholdChange(LINE, new RecipeRevision("recipe", 1, "hash"), before, after, oldVersion,
                newVersion, ThresholdMode.RISK, "evidence", "CERTIFIED", START.plusSeconds(newVersion));
    }

    /** Beside another recipe that never changed. */
    private static LineThresholds published(@Nullable Double value, long version) {
        return new LineThresholds(LINE, List.of(learnt("recipe", value, version), learnt("other", null, 1)));
    }

    private static LearntThreshold learnt(String recipe, @Nullable Double value, long version) {
        return new LearntThreshold(new RecipeRevision(recipe, 2, "later hash"), value, version, ThresholdMode.RISK,
                "evidence", "CERTIFIED", null, START.plusSeconds(version),
                new LearntThreshold.Progress(0, 0, null, null, null, null, null));
    }
}
