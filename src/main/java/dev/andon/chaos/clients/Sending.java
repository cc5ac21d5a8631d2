package dev.andon.chaos.clients;

import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/** What is known of a record's way into its topic. */
public sealed interface Sending {

    /** Nothing has been heard. */
    record Pending() implements Sending {}

    /** All replicas have it. */
    record Confirmed(Position at) implements Sending {}

    /** It was given up: it may stand in the topic or not. */
    record Unconfirmed(String detail) implements Sending {}

    /** Where the record stands; null while that is not known. */
    default @Nullable Position position() {
        return this instanceof Confirmed(Position at) ? at : null;
    }
}
