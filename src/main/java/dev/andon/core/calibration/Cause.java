package dev.andon.core.calibration;

/** Why a threshold changed. */
public enum Cause {
    /** A look at the evidence certified one. */
    CERTIFIED,
    /** More of the audited frames were wrong than the promise allows. */
    TIGHTENED,
    /** The scores are not those of before: evidence is gathered anew, and what there is ends with the grace window. */
    DRIFT_ALARM,
    /** The window has reached its age: evidence is gathered anew, and what there is ends with the grace window. */
    WINDOW_ENDED,
    /** Nothing came in time in place of what was learnt in an earlier window. */
    GRACE_ENDED,
    /** Somebody changed the policy. */
    RULE_CHANGED,
    /** The same rule on more scores or verdicts. */
    RECOMPUTED
}
