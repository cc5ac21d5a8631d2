package dev.andon.core.frame;

/** The bounds that all identifiers share. */
final class Ids {

    static final int MAX_LENGTH = 256;

    private Ids() {}

    static void check(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters, at most " + MAX_LENGTH + " are allowed");
        }
    }
}
