package dev.andon.http;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Why a request brought no answer.
 *
 * @param cause      what kind of failure
 * @param detail     for people: what happened, the server's words, what to do
 * @param repeats    how often the same request may be repeated after this; 0 if that is useless
 * @param retryAfter the pause that the server asks for; null where it asks for none
 */
public record Failure(Cause cause, String detail, int repeats, @Nullable Duration retryAfter) {

    /** As often as the configuration allows. */
    static final int ANY = Integer.MAX_VALUE;

    /** Kinds of failures. */
    public enum Cause {
        /** No connection, or a broken one. */
        CONNECTION(true),
        /** No answer within the call's time, or within that of a gateway. */
        TIMEOUT(true),
        /** The frame's time ended before the call's did: that says nothing about the server. */
        DEADLINE(false),
        /** Too many requests for now. */
        RATE_LIMITED(false),
        /** The account is used up. */
        QUOTA(true),
        /** The key is missing or wrong. */
        UNAUTHORIZED(true),
        /** The server refuses this very request, or passes on a conflict. */
        REJECTED(false),
        /** More than the server takes for now; some say so while they start. */
        OVERLOADED(true),
        /** Broken. */
        SERVER(true),
        /** Something that is not what was asked for. */
        GARBLED(true);

        private final boolean ofServer;

        Cause(boolean ofServer) {
            this.ofServer = ofServer;
        }

        /** Whether any other request would fail the same way just now; such failures open the breaker. */
        boolean ofServer() {
            return ofServer;
        }

        /** Whether fewer calls at once might be the answer. */
        boolean overload() {
            return this == RATE_LIMITED || this == TIMEOUT || this == OVERLOADED;
        }

        /** Whether another server might answer instead. */
        boolean elsewhere() {
            return ofServer || this == RATE_LIMITED;
        }

        /** As a label of metrics. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
