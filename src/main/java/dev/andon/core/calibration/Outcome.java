package dev.andon.core.calibration;

/** What came of a result of the model when somebody judged the frame. */
public enum Outcome {
    /** It is the true one. */
    RIGHT,
    /** It was OK, and the part is not. */
    ESCAPE,
    /** It was NOT_OK, and the part is good. */
    FALSE_REJECT,
    /** Somebody looked and cannot tell, or nobody answered in time. */
    UNKNOWN;

    /** Whether it counts as wrong. What nobody knows does. */
    public boolean wrong() {
        return this != RIGHT;
    }

    /** Whether it counts as an escape. What nobody knows does. */
    public boolean escaped() {
        return this == ESCAPE || this == UNKNOWN;
    }
}
