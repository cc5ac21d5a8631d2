package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The servers of the vision-language model: any that speak OpenAI chat completions.
 *
 * @param baseUrl            up to and with {@code /v1}; for one server
 * @param endpoints          likewise, for several that serve the same models under the same names; empty for
 *                           {@code baseUrl} alone
 * @param apiKey             from the environment; null for none. Never logged
 * @param apiKeyFile         a file that holds the key; null for none
 * @param structuredOutput   how the form of the answer is asked for
 * @param choicesPerRequest  {@code n} of a request; 1 unless the server honours more
 * @param maxConcurrentCalls calls under way at once, to each server
 * @param connectTimeout     of one connection
 * @param callTimeout        of one call
 * @param retry              of one call
 * @param breaker            of each server
 */
public record VlmConfig(
        URI baseUrl,
        List<URI> endpoints,
        @Nullable Secret apiKey,
        @Nullable Path apiKeyFile,
        StructuredOutput structuredOutput,
        int choicesPerRequest,
        int maxConcurrentCalls,
        Duration connectTimeout,
        Duration callTimeout,
        Retry retry,
        Breaker breaker) {

    /** The address where nothing is configured. */
    static final URI USUAL = URI.create("http://127.0.0.1:8000/v1");

    public VlmConfig {
        endpoints = List.copyOf(endpoints);
    }

    /** The addresses of all servers; at least one. */
    public List<URI> addresses() {
        return endpoints.isEmpty() ? List.of(baseUrl) : endpoints;
    }

    /** How the form of the answer is asked for. */
    public enum StructuredOutput {
        /** {@code response_format: json_schema}, strict. */
        JSON_SCHEMA,
        /** {@code response_format: json_object}. */
        JSON_OBJECT,
        /** By the prompt alone. */
        NONE
    }

    /**
     * Backoff with full jitter: the k-th pause is uniform between 0 and {@code base · 2^k}, at most {@code max}.
     *
     * @param attempts at most, the first included; at least 1
     */
    public record Retry(int attempts, Duration base, Duration max) {}

    /**
     * When calls are refused without asking the server.
     *
     * @param failureShare above 0, up to 1
     * @param window       calls that the share is taken over
     * @param openFor      pause before the server is tried again
     */
    public record Breaker(double failureShare, int window, Duration openFor) {}
}
