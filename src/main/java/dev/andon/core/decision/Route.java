package dev.andon.core.decision;

/** Where the record of a decision goes. */
public enum Route {
    /** Published for machines. */
    ACCEPTED,
    /** Held for a person. */
    HUMAN_REVIEW
}
