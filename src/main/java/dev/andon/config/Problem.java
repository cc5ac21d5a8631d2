package dev.andon.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key   dotted path of the key
 * @param value as written, secrets masked; empty where the key is missing
 * @param fix   what to do, as a sentence without a full stop
 * @param where file and line, environment variable or option; null where nobody wrote the value
 */
public record Problem(String key, String value, String fix, @Nullable String where) {

    /** One line for people. */
    @Override
    public String toString() {
        String written = value.isEmpty() ? "" : " = " + value;
        return (where == null ? "" : where + ": ") + key + written + ": " + fix;
    }
}
