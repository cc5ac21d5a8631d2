package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Servers that do the same and are called over HTTP, as one section configures them. */
public sealed interface CalledServers permits VlmConfig, EmbeddingConfig {

    /** The address where nothing is configured. */
    URI USUAL = URI.create("http://127.0.0.1:8000/v1");

    /** Up to and with {@code /v1}; for one server. */
    URI baseUrl();

    /** Likewise, for several that serve the same models under the same names; empty for {@link #baseUrl} alone. */
    List<URI> endpoints();

    /** From the environment; null for none. Never logged. */
    @Nullable
    Secret apiKey();

    /** A file that holds the key; null for none. */
    @Nullable
    Path apiKeyFile();

    /** Calls that may be under way at once at a server however overloaded it is. */
    int minConcurrentCalls();

    /** Calls under way at once, to each server, at most. */
    int maxConcurrentCalls();

    /** Of one connection. */
    Duration connectTimeout();

    /** Of one call. */
    Duration callTimeout();

    /** Of one call. */
    Retry retry();

    /** Of each server. */
    Breaker breaker();

    /** The addresses of all servers; at least one. */
    default List<URI> addresses() {
        return endpoints().isEmpty() ? List.of(baseUrl()) : endpoints();
    }
}
