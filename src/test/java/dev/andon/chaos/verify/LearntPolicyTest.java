package dev.andon.chaos.verify;

import java.time.Instant;
import java.util.List;

import dev.andon.chaos.feed.Issued;
import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestPolicies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Decisions by a recipe whose threshold is learnt: 0.25 as version 2 and 0.125 as version 3, a minute and more later. */
class LearntPolicyTest {

    private static final String LINE = "line-1";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Recipe RECIPE = TestPolicies.coldStart(LINE, 1).recipes().getFirst();
    private static final LineThresholds THRESHOLDS = new LineThresholds(new LineId(LINE),
            List.of(new LearntThreshold(RecipeRevision.of(RECIPE), 0.125, 3, ThresholdMode.RISK, "evidence",
                    "CERTIFIED", null, START, new LearntThreshold.Progress(0, 0, null, null, null, null, null))));
    private static final ThresholdChange CHANGE = new ThresholdChange(new LineId(LINE), RecipeRevision.of(RECIPE), null,
            0.25, 1L, 2, ThresholdMode.RISK, "evidence", "CERTIFIED", START);

    /** The newer one is published again with each progress. */
    private static final Learnt LEARNT = new Learnt(List.of(),
            List.of(new Stamped<>(START.plusSeconds(100), THRESHOLDS),
                    new Stamped<>(START.plusSeconds(140), THRESHOLDS)),
            List.of(new Stamped<>(START.plusSeconds(10), CHANGE)));

    @Test
    void thereMayBeNone() {
        assertThat(check(null, 50).examples()).isEmpty();
    }

    @Test
    void oneMayBeKnownByItsChangeOrAsPublished() {
        assertThat(check(threshold(0.25, 2), 50).examples()).isEmpty();
        assertThat(check(threshold(0.125, 3), 110).examples()).isEmpty();
    }

    @Test
    void findsAnotherValue() {
        assertFound(Violation.POLICY_ALTERED, check(threshold(0.125, 2), 50));
    }

    @Test
    void findsAnotherVersion() {
        assertFound(Violation.POLICY_ALTERED, check(threshold(0.25, 3), 50));
    }

    @Test
    void findsAnotherMode() {
        assertFound(Violation.POLICY_ALTERED, check(new Threshold(0.25, 2, ThresholdMode.COST, "evidence"), 50));
    }

    @Test
    void findsAThresholdOfTheFuture() {
        assertFound(Violation.POLICY_ALTERED, check(threshold(0.25, 2), 8));
    }

    @Test
    void findsTheThresholdOfAnotherLine() {
        assertFound(Violation.POLICY_ALTERED, check("line-2", threshold(0.25, 2), 50));
    }

    @Test
    void findsALearntThresholdWhereThePolicyGivesOne() {
        assertFound(Violation.POLICY_ALTERED, check(TestPolicies.fixed(LINE, 1, "some-model", 0.25),
                threshold(0.25, 2), 50));
    }

    @Test
    void findsAThresholdThatIsReplacedSinceLong() {
        assertThat(check(threshold(0.25, 2), 159).examples()).isEmpty();

        assertFound(Violation.POLICY_OUTDATED, check(threshold(0.25, 2), 161));
    }

    private static void assertFound(Violation violation, Findings found) {
        assertThat(found.counts()).containsOnlyKeys(violation).containsEntry(violation, 1);
    }

    private static Threshold threshold(double value, long version) {
        return new Threshold(value, version, ThresholdMode.RISK, "evidence");
    }

    private static Findings check(@Nullable Threshold threshold, int second) {
        return check(LINE, threshold, second);
    }

    private static Findings check(String line, @Nullable Threshold threshold, int second) {
        return check(TestPolicies.coldStart(line, 1), threshold, second);
    }

    /** @param second in which the frame was received and decided */
    private static Findings check(LinePolicy policy, @Nullable Threshold threshold, int second) {
        Recipe recipe = policy.recipes().getFirst();
        Applied applied = new Applied(1, recipe.id(), recipe.revision(), RecipeHash.of(recipe), recipe.model(),
                recipe.measure(), recipe.auditShare(), threshold);
        long at = START.plusSeconds(second).toEpochMilli();
        Output output = new Output(new Position("accepted", 0, 0), Kind.ACCEPTED, new Position("frames", 0, 0),
                policy.line().value(), "f", 1L, null, 3, applied, "i", Result.OK, at, at);
        Findings findings = new Findings();
        PolicyChecks.check(List.of(output), List.of(new Issued(policy, START, START)),
                new PublishedThresholds(LEARNT), findings);
        return findings;
    }
}
