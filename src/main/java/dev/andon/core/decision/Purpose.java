package dev.andon.core.decision;

/** What a person is asked for. */
public enum Purpose {
    /** To decide: the frame was held. */
    DECIDE,
    /** To check: the frame was accepted and published, and its lot won or somebody wants to know. */
    AUDIT
}
