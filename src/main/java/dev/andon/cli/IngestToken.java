package dev.andon.cli;

import java.nio.file.Path;
import java.util.Map;

import dev.andon.config.HeaderSecret;
import dev.andon.config.Secret;
import org.jspecify.annotations.Nullable;

/** Finds the token that those who bring frames over HTTP have to send. A file wins over the environment. */
final class IngestToken {

    private static final String VARIABLE = "ANDON_INGEST_TOKEN";

    private IngestToken() {}

    /**
     * The token; null where none is set.
     *
     * @param file holds it alone; null for none
     * @throws IllegalArgumentException if the file cannot be read, or no header can carry the token
     */
    static @Nullable Secret of(@Nullable Path file, Map<String, String> environment) {
        if (file != null) {
            return HeaderSecret.ofFile("--token-file", file);
        }
        String value = environment.get(VARIABLE);
        return value == null ? null : HeaderSecret.of(VARIABLE, value);
    }
}
