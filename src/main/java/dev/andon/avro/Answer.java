package dev.andon.avro;

/** What a registry says. */
sealed interface Answer<T> {

    record Found<T>(T value) implements Answer<T> {}

    /** It knows no such thing. */
    record Absent<T>(String detail) implements Answer<T> {}

    /** It knows, and declines; or what it knows is of no use. */
    record Refused<T>(String detail) implements Answer<T> {}

    /** It does not answer, or not as a registry: ask again later. */
    record Away<T>(String detail) implements Answer<T> {}
}
