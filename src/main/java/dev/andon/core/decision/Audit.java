package dev.andon.core.decision;

/** What happens to an accepted frame whose lot wins. */
public enum Audit {
    /** It is published and a copy goes to a person. */
    AFTER,
    /** It is held until a person has judged it. */
    BEFORE
}
