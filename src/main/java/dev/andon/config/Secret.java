package dev.andon.config;

/**
 * A value that never reaches a log: its text is asterisks.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
