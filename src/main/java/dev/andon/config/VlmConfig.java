package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The servers of the vision-language model: any that speak OpenAI chat completions.
 *
 * @param baseUrl             up to and with {@code /v1}; for one server
 * @param endpoints           likewise, for several that serve the same models under the same names; empty for
 *                            {@code baseUrl} alone
 * @param apiKey              from the environment; null for none. Never logged
 * @param apiKeyFile          a file that holds the key; null for none
 * @param structuredOutput    how the form of the answer is asked for
 * @param choicesPerRequest   {@code n} of a request; 1 unless the server honours more
 * @param maxConcurrentCalls  calls under way at once, to each server
 * @param adaptiveConcurrency whether a server that is asked too much gets fewer for a while
 * @param concurrency         how few
 * @param lineWeights         shares of lines in proportion to each other where they wait for the model, above 0; 1 for a
 *                            line that is not named
 * @param connectTimeout      of one connection
 * @param callTimeout         of one call
 * @param retry               of one call
 * @param breaker             of each server
 */
public record VlmConfig(
        URI baseUrl,
        List<URI> endpoints,
        @Nullable Secret apiKey,
        @Nullable Path apiKeyFile,
        StructuredOutput structuredOutput,
        int choicesPerRequest,
        int maxConcurrentCalls,
        boolean adaptiveConcurrency,
        Concurrency concurrency,
        Map<String, Double> lineWeights,
        Duration connectTimeout,
        Duration callTimeout,
        Retry retry,
        Breaker breaker)
        implements
            CalledServers {

    public VlmConfig {
        endpoints = List.copyOf(endpoints);
        lineWeights = Map.copyOf(lineWeights);
    }

    /** The weight of a line among others. */
    public double weightOf(String line) {
        return lineWeights.getOrDefault(line, 1.0);
    }

    @Override
    public int minConcurrentCalls() {
        return adaptiveConcurrency ? concurrency.min() : maxConcurrentCalls;
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
     * Bounds of what changes by itself.
     *
     * @param min calls under way at once that each server gets in any case; at least 1
     */
    public record Concurrency(int min) {}
}
