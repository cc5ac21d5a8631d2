package dev.andon.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import dev.andon.config.Breaker;
import dev.andon.config.CalledServers;
import dev.andon.config.Retry;
import dev.andon.config.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One server and how patiently it is asked.
 *
 * @param service            what is asked of it
 * @param baseUrl            up to and with {@code /v1}
 * @param apiKey             null for none
 * @param apiKeyFile         a file that holds the key; null for none
 * @param minConcurrentCalls calls that may be under way at once also when they are too many; at least 1
 * @param maxConcurrentCalls calls under way at once at most
 * @param connectTimeout     of one connection
 * @param callTimeout        of one attempt
 * @param retry              of one call
 * @param breaker            when calls pause
 */
public record ServerSettings(
        Service service,
        URI baseUrl,
        @Nullable Secret apiKey,
        @Nullable Path apiKeyFile,
        int minConcurrentCalls,
        int maxConcurrentCalls,
        Duration connectTimeout,
        Duration callTimeout,
        Retry retry,
        Breaker breaker) {

    /** One of the configured servers. */
    public static ServerSettings of(Service service, CalledServers servers, URI address) {
        return new ServerSettings(service, address, servers.apiKey(), servers.apiKeyFile(),
                servers.minConcurrentCalls(), servers.maxConcurrentCalls(), servers.connectTimeout(),
                servers.callTimeout(), servers.retry(),
                servers.breaker());
    }
}
