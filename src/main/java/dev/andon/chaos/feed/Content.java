package dev.andon.chaos.feed;

/** What a record of {@code frames} holds, and so what has to become of it where it is the first of its id. */
public enum Content {

    /** A frame that can be inspected. */
    IMAGE,

    /** A frame whose image is text. */
    TEXT,

    /** A frame whose JPEG is cut off. */
    TRUNCATED,

    /** A frame that points outside of the allowed roots. */
    OUTSIDE,

    /** A frame on another partition than that of its line. */
    ASTRAY,

    /** Bytes that are no frame. */
    GARBAGE
}
