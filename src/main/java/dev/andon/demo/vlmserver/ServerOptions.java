package dev.andon.demo.vlmserver;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a simulated server behaves.
 *
 * @param port          on the loopback interface; 0 for a free one
 * @param slots         choices that are generated at once; at least 1
 * @param queue         choices that may wait for a slot; more are refused with 429; at least 0
 * @param latency       of one call in service
 * @param latencySpread share by which the latency varies, uniformly, to either side; 0 to 1
 * @param maxChoices    greatest {@code n}; at least 1
 * @param maxBodyBytes  of a request; a larger one is refused with 413
 * @param apiKey        that has to be sent as bearer token; null for none
 * @param faults        whether {@code /control} is there
 */
public record ServerOptions(
        int port,
        int slots,
        int queue,
        Duration latency,
        double latencySpread,
        int maxChoices,
        int maxBodyBytes,
        @Nullable String apiKey,
        boolean faults) {

    /** A server on a free port: 16 slots, 256 waiting, 50 ms ± 25 %, {@code n} up to 8, 32 MiB, no key, no faults. */
    public static ServerOptions defaults() {
        return new ServerOptions(0, 16, 256, Duration.ofMillis(50), 0.25, 8, 32 << 20, null, false);
    }
}
