package dev.andon.core.decision;

/** Which changes of a policy need the name of a second person. */
public enum Approval {
    NONE,
    /** Those by which more is accepted, or less is looked at. */
    LOOSENING
}
