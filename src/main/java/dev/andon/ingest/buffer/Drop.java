package dev.andon.ingest.buffer;

/**
 * Why a frame is not published.
 *
 * @param detail in words, and what to do
 */
public record Drop(Cause cause, String detail) {

    /** The causes that are counted apart. */
    public enum Cause {
        /** There was no room. It was not handed to Kafka, unless by an earlier run. */
        FULL,
        /** Kafka never takes it. */
        REFUSED,
        /** The buffer was closed. It may stand in the topic nevertheless, if it was under way. */
        CLOSED
    }
}
