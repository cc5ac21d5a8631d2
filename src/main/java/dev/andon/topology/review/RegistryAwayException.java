package dev.andon.topology.review;

/** A record cannot be read since the registry does not answer. Everything is read again once it does. */
public final class RegistryAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryAwayException(String detail) {
        super("the schema registry is away, and " + detail);
    }
}
