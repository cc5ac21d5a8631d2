package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What turns captions into vectors. All but the first two is for servers: any that speak OpenAI embeddings.
 *
 * @param kind               what it is
 * @param cacheCaptions      captions whose vectors are remembered; 0 for none
 * @param baseUrl            up to and with {@code /v1}; for one server
 * @param endpoints          likewise, for several that serve the same model under the same name; empty for
 *                           {@code baseUrl} alone
 * @param apiKey             from the environment; null for none. Never logged
 * @param apiKeyFile         a file that holds the key; null for none
 * @param model              its name at the server; empty where none is given
 * @param languages          that the model knows, BCP 47 tags
 * @param maxConcurrentCalls calls under way at once, to each server
 * @param connectTimeout     of one connection
 * @param callTimeout        of one call
 * @param retry              of one call
 * @param breaker            of each server
 */
public record EmbeddingConfig(
        Kind kind,
        int cacheCaptions,
        URI baseUrl,
        List<URI> endpoints,
        @Nullable Secret apiKey,
        @Nullable Path apiKeyFile,
        String model,
        List<String> languages,
        int maxConcurrentCalls,
        Duration connectTimeout,
        Duration callTimeout,
        Retry retry,
        Breaker breaker)
        implements
            CalledServers {

    public EmbeddingConfig {
        endpoints = List.copyOf(endpoints);
        languages = List.copyOf(languages);
    }

    /** It adapts to overload as far as that takes. */
    @Override
    public int minConcurrentCalls() {
        return 1;
    }

    public enum Kind {
        /** all-MiniLM-L6-v2 in this process; knows English alone. */
        IN_PROCESS,
        /** A model at a server. */
        ENDPOINT,
        /** No vectors: recipes need a measure that works without. */
        NONE
    }
}
