package dev.andon.http;

import java.time.Duration;

import dev.andon.http.CallLimit.Ticket;

/** What became of the wish to make a call. */
sealed interface Place {

    /** It may be made there; whoever got it says when it is over. */
    record At(Endpoint endpoint, Ticket ticket) implements Place {}

    /**
     * Every endpoint fails.
     *
     * @param detail for people
     * @param pause  before it is worth asking again
     */
    record Nowhere(String detail, Duration pause) implements Place {}

    /** None became free in time. */
    record TooLate() implements Place {}
}
