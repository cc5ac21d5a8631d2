package dev.andon.core.decision;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.SamplingPlan;

import org.jspecify.annotations.Nullable;

/**
 * How the frames of some cameras and part numbers of a line are inspected.
 *
 * @param id              unique within the policy
 * @param revision        grows by one with each change that makes a new hash; at least 1
 * @param selector        the frames it is for
 * @param model           name of the model at the server
 * @param prompt          the question, in any language
 * @param labels          the allowed answers
 * @param captionLanguage BCP 47 tag
 * @param plan            how often to ask
 * @param measure         name of the measure that is compared with the threshold
 * @param limits          bounds of rules 5 and 6
 * @param gate            bounds of rule 3; null for none
 * @param auditShare      share of the scorable frames that a person judges whatever their route; 0 to 1
 * @param audit           what happens to accepted ones among them
 * @param threshold       how the threshold comes about
 */
public record Recipe(
        String id,
        int revision,
        Selector selector,
        String model,
        String prompt,
        Labels labels,
        String captionLanguage,
        SamplingPlan plan,
        String measure,
        Limits limits,
        @Nullable QualityGate gate,
        double auditShare,
        Audit audit,
        ThresholdRule threshold) {

    /** The same recipe with another sampling plan. */
    public Recipe sampledBy(SamplingPlan other) {
        return new Recipe(id, revision, selector, model, prompt, labels, captionLanguage, other, measure, limits, gate,
                auditShare, audit, threshold);
    }

    /** The same recipe with another measure. */
    public Recipe scoredBy(String other) {
        return new Recipe(id, revision, selector, model, prompt, labels, captionLanguage, plan, other, limits, gate,
                auditShare, audit, threshold);
    }

    /** The same recipe with another threshold rule. */
    public Recipe decidedBy(ThresholdRule other) {
        return new Recipe(id, revision, selector, model, prompt, labels, captionLanguage, plan, measure, limits, gate,
                auditShare, audit, other);
    }
}
