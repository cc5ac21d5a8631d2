package dev.andon.demo.model;

/** What came of looking at some bytes. */
public sealed interface Look permits Perception, Look.NotAnImage {

    /**
     * The bytes cannot be shown to the model.
     *
     * @param detail why, for people
     */
    record NotAnImage(String detail) implements Look {}
}
