package dev.andon.images.retention;

/** Why an image is kept. */
public enum Ground {
    /** A person was asked about it and has not answered: it is kept. */
    OPEN_REVIEW,
    /** A frame in its topic points to it: it is kept, too. */
    FRAME,
    /** {@code NOT_OK}, by the model or by the last verdict. */
    NOT_OK,
    /** A person was asked, and did not say {@code NOT_OK}. */
    HELD,
    /** Accepted as {@code OK}, and drawn to be kept for replays. */
    SAMPLE,
    /** Accepted as {@code OK}, and nobody was asked. */
    ACCEPTED,
    /** No record refers to it. */
    UNREFERENCED
}
