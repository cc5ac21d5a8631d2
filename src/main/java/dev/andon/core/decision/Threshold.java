package dev.andon.core.decision;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The bound of rule 8, for one line and recipe: a frame is accepted where uncertainty ≤ value.
 *
 * @param value      0 to 1
 * @param version    grows with each change of this line and recipe
 * @param mode       how it came about
 * @param evidence   what it rests on, in words
 * @param validUntil when it ends unless it is renewed; null for never
 */
public record Threshold(double value, long version, ThresholdMode mode, String evidence,
        @Nullable Instant validUntil) {

    /** One that does not end. */
    public Threshold(double value, long version, ThresholdMode mode, String evidence) {
        this(value, version, mode, evidence, null);
    }

    /** The one that a policy gives. */
    public static Threshold given(ThresholdRule.Fixed rule, long policyVersion) {
        return new Threshold(rule.value(), policyVersion, ThresholdMode.FIXED, "waived by " + rule.waivedBy());
    }

    /**
     * The one that there would be under a rule.
     *
     * @param policyVersion of the policy with the rule
     * @param inForce       the one that was used under another rule; null where there was none
     * @return the given one, or the one that was in force as far as the rule lets it be used; null for none
     */
    static @Nullable Threshold by(ThresholdRule rule, long policyVersion, @Nullable Threshold inForce) {
        if (rule instanceof ThresholdRule.Fixed given) {
            return given(given, policyVersion);
        }
        return inForce == null ? null : inForce.under(rule);
    }

    /** This one, which was learnt, as far as a rule lets it be used; null where that is another one. */
    public @Nullable Threshold under(ThresholdRule rule) {
        Learning learning = rule.learning();
        return learning == null || mode != rule.mode()
                ? null
                : new Threshold(Math.min(value, learning.maxValue()), version, mode, evidence, validUntil);
    }
}
