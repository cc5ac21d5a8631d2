package dev.andon.core.review;

/** What somebody looked at before they judged. */
public enum Basis {
    /** The image of the frame. */
    IMAGE,
    /** The part in hand. */
    PART,
    /** What came to light later on: corrects a result, and is no evidence that one was right. */
    DOWNSTREAM
}
