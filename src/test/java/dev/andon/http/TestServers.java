package dev.andon.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import dev.andon.config.Breaker;
import dev.andon.config.Retry;
import dev.andon.config.Secret;
import org.jspecify.annotations.Nullable;

/** Settings of servers that nobody calls. */
final class TestServers {

    private static final Service SERVICE = new Service("things", "things", "the things' server", "thing", "the model",
            "ask for less", "send less", 1 << 10, true);

    static final CallMetrics METRICS = new CallMetrics("calls", "retries", "latency", "sent", "active", "limit",
            "waiting", "breaker");

    private TestServers() {}

    static ServerSettings key(@Nullable Secret key, @Nullable Path file) {
        return server("http://localhost/v1", key, file, 4, 100);
    }

    /** A server with four places. */
    static ServerSettings at(String address, int breakerWindow) {
        return server(address, null, null, 4, breakerWindow);
    }

    /** A server with many places, or few. */
    static ServerSettings with(int places, int breakerWindow) {
        return server("http://127.0.0.1:3/v1", null, null, places, breakerWindow);
    }

    private static ServerSettings server(String address, @Nullable Secret key, @Nullable Path file, int places,
            int window) {
        return new ServerSettings(SERVICE, URI.create(address), key, file, 1, places, Duration.ofSeconds(2),
                Duration.ofSeconds(5), new Retry(3, Duration.ofMillis(100), Duration.ofSeconds(1)),
                new Breaker(0.5, window, Duration.ofSeconds(8)));
    }
}
