package dev.andon.core.sampling;

/** Verdict over a part, with the names of OPC 40001-101. */
public enum Result {
    /** The part is good. */
    OK,
    /** The part is defective. */
    NOT_OK,
    /** The samples do not allow a decision: a person decides. */
    NOT_DECIDABLE,
    /** There is no score at all. */
    UNDEFINED
}
