package dev.andon.chaos.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.andon.chaos.feed.Issued;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;

/**
 * Whether decisions were made by policies as they were written. A frame may be decided by a policy that came after it,
 * where it waited or was begun anew after a restart. So this is what holds: the policy is one that was written before
 * the decision, whole and unchanged; along the sequence of a line the versions never go back; and a frame that was sent
 * longer than {@link #MARGIN} after a version was written is decided by that one or a later one. A threshold that is learnt
 * may be missing; else it is one that was published before the decision, and not replaced longer than the margin before
 * the frame was sent. One thread.
 */
final class PolicyChecks {

    /** A version can come late by as long as the broker that has it is down, and its successor not yet elected. */
    static final Duration MARGIN = Duration.ofSeconds(60);

    private static final Duration SKEW = Duration.ofSeconds(1);

    private final PublishedThresholds thresholds;
    private final Findings findings;
    private final Map<String, Map<Long, Issued>> issued = new HashMap<>();

    private PolicyChecks(List<Issued> policies, PublishedThresholds thresholds, Findings findings) {
        this.thresholds = thresholds;
        this.findings = findings;
        policies.forEach(each -> issued.computeIfAbsent(each.policy().line().value(), line -> new HashMap<>())
                .put(each.policy().version(), each));
    }

    static void check(List<Output> outputs, List<Issued> policies, PublishedThresholds thresholds,
            Findings findings) {
        PolicyChecks checks = new PolicyChecks(policies, thresholds, findings);
        outputs.forEach(checks::one);
        Order.lines(outputs).values().forEach(checks::line);
    }

    private void one(Output output) {
        Applied applied = output.applied();
        if (applied == null) {
            return;
        }
        Map<Long, Issued> versions = issued.getOrDefault(output.line(), Map.of());
        Issued written = versions.get(applied.policyVersion());
        Optional<Recipe> recipe = written == null
                ? Optional.empty()
                : written.policy().recipes().stream().filter(each -> same(each, applied)
                        && fits(each.threshold(), output, applied)).findFirst();
        if (written == null || recipe.isEmpty()
                || written.sent().minus(SKEW).isAfter(Instant.ofEpochMilli(output.decided()))) {
            findings.add(Violation.POLICY_ALTERED, output + " does not fit " + written);
        } else if (output.samples() > recipe.get().plan().samples()) {
            findings.add(Violation.TOO_MANY_SAMPLES, output + ", at most " + recipe.get().plan().samples());
        }
        outdated(output, applied, versions);
    }

    private void outdated(Output output, Applied applied, Map<Long, Issued> versions) {
        Instant sent = Instant.ofEpochMilli(output.received());
        boolean policy = versions.values().stream().anyMatch(each -> {
            Instant confirmed = each.confirmed();
            return each.policy().version() > applied.policyVersion() && confirmed != null
                    && confirmed.plus(MARGIN).isBefore(sent);
        });
        Threshold used = applied.threshold();
        boolean threshold = used != null && used.mode() != ThresholdMode.FIXED
                && thresholds.hadLater(key(output, applied), used, sent.minus(MARGIN));
        if (policy || threshold) {
            findings.add(Violation.POLICY_OUTDATED, output.toString());
        }
    }

    private void line(List<Output> own) {
        long last = 0;
        for (Output each : own.stream().filter(Output::decides).sorted(Comparator.comparingLong(Order::sequence))
                .toList()) {
            Applied applied = each.applied();
            if (applied != null) {
                if (applied.policyVersion() < last) {
                    findings.add(Violation.POLICY_WENT_BACK, each + " after version " + last);
                }
                last = applied.policyVersion();
            }
        }
    }

    private static boolean same(Recipe recipe, Applied applied) {
        return recipe.id().equals(applied.recipeId()) && recipe.revision() == applied.recipeRevision()
                && RecipeHash.of(recipe).equals(applied.recipeHash()) && recipe.model().equals(applied.model())
                && recipe.measure().equals(applied.measure())
                && Double.compare(recipe.auditShare(), applied.auditShare()) == 0;
    }

    private boolean fits(ThresholdRule rule, Output output, Applied applied) {
        Threshold threshold = applied.threshold();
        if (rule instanceof ThresholdRule.Fixed(double value, String _)) {
            return threshold != null && Double.compare(threshold.value(), value) == 0
                    && threshold.version() == applied.policyVersion() && threshold.mode() == rule.mode();
        }
        return threshold == null || (threshold.mode() == rule.mode() && thresholds.had(key(output, applied), threshold,
                Instant.ofEpochMilli(output.decided()).plus(SKEW)));
    }

    private static RecipeKey key(Output output, Applied applied) {
        return new RecipeKey(output.line(), applied.recipeId());
    }
}
