package dev.andon.core.decision;

/** How a threshold comes about. */
public enum ThresholdMode {
    /** Given in the policy, evidence waived by a named person. */
    FIXED,
    /** Fills what people can review. */
    BUDGET,
    /** Minimises expected cost. */
    COST,
    /** The loosest one whose risk is certified. */
    RISK;

    /** Whether it is learnt from what people say of frames whose lot wins. */
    public boolean needsVerdicts() {
        return this == COST || this == RISK;
    }
}
