package dev.andon.vlm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.andon.config.Breaker;
import dev.andon.config.Retry;
import dev.andon.config.Secret;
import dev.andon.config.VlmConfig;
import dev.andon.config.VlmConfig.StructuredOutput;
import org.jspecify.annotations.Nullable;

/** Configurations of tests: a quick one, and the same with one value changed. */
final class Configs {

    private Configs() {}

    static VlmConfig of(URI baseUrl) {
        return new VlmConfig(baseUrl, List.of(), null, null, StructuredOutput.NONE, 1, 4, true,
                new VlmConfig.Concurrency(1), Map.of(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5), new Retry(3, Duration.ofMillis(100), Duration.ofSeconds(1)),
                new Breaker(0.5, 100, Duration.ofSeconds(8)));
    }

    /** Several servers. */
    static VlmConfig endpoints(VlmConfig c, List<URI> endpoints) {
        return new VlmConfig(c.baseUrl(), endpoints, c.apiKey(), c.apiKeyFile(), c.structuredOutput(),
                c.choicesPerRequest(), c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(),
                c.lineWeights(),
                c.connectTimeout(), c.callTimeout(), c.retry(),
                c.breaker());
    }

    static VlmConfig key(VlmConfig c, @Nullable Secret key, @Nullable Path file) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), key, file, c.structuredOutput(), c.choicesPerRequest(),
                c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(), c.lineWeights(), c.connectTimeout(),
                c.callTimeout(),
                c.retry(), c.breaker());
    }

    static VlmConfig output(VlmConfig c, StructuredOutput output) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), output, c.choicesPerRequest(),
                c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(), c.lineWeights(), c.connectTimeout(),
                c.callTimeout(),
                c.retry(), c.breaker());
    }

    static VlmConfig choices(VlmConfig c, int choices) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), c.structuredOutput(), choices,
                c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(), c.lineWeights(), c.connectTimeout(),
                c.callTimeout(),
                c.retry(), c.breaker());
    }

    static VlmConfig concurrent(VlmConfig c, int calls) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), c.structuredOutput(),
                c.choicesPerRequest(),
                calls, c.adaptiveConcurrency(), c.concurrency(), c.lineWeights(), c.connectTimeout(), c.callTimeout(),
                c.retry(),
                c.breaker());
    }

    /** A limit of calls that stays. */
    static VlmConfig constant(VlmConfig c) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), c.structuredOutput(),
                c.choicesPerRequest(), c.maxConcurrentCalls(), false, c.concurrency(), c.lineWeights(),
                c.connectTimeout(),
                c.callTimeout(), c.retry(), c.breaker());
    }

    static VlmConfig weights(VlmConfig c, Map<String, Double> weights) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), c.structuredOutput(),
                c.choicesPerRequest(), c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(), weights,
                c.connectTimeout(), c.callTimeout(), c.retry(), c.breaker());
    }

    static VlmConfig callTimeout(VlmConfig c, Duration timeout) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), c.structuredOutput(),
                c.choicesPerRequest(),
                c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(), c.lineWeights(), c.connectTimeout(),
                timeout,
                c.retry(), c.breaker());
    }

    static VlmConfig attempts(VlmConfig c, int attempts) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), c.structuredOutput(),
                c.choicesPerRequest(),
                c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(), c.lineWeights(), c.connectTimeout(),
                c.callTimeout(),
                new Retry(attempts, c.retry().base(), c.retry().max()), c.breaker());
    }

    static VlmConfig breaker(VlmConfig c, int window, Duration openFor) {
        return new VlmConfig(c.baseUrl(), c.endpoints(), c.apiKey(), c.apiKeyFile(), c.structuredOutput(),
                c.choicesPerRequest(),
                c.maxConcurrentCalls(), c.adaptiveConcurrency(), c.concurrency(), c.lineWeights(), c.connectTimeout(),
                c.callTimeout(),
                c.retry(),
                new Breaker(0.5, window, openFor));
    }
}
