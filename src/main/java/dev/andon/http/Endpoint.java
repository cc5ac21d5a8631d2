package dev.andon.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.core.sampling.ServerState;
import dev.andon.http.CallLimit.Ticket;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.http.Failure.Cause;
import dev.andon.metrics.Recorder;

/**
 * One of the servers that do the same, with what is known of it. One thread at a time takes and leaves; what is shown
 * may be looked at by any thread.
 */
final class Endpoint implements AutoCloseable {

    private final String name;
    private final HttpTransport transport;
    private final ServerBreaker breaker;
    private final CallLimit limit;
    private final AtomicInteger inFlight = new AtomicInteger();

    /**
     * An endpoint of which nothing is known yet.
     *
     * @param name for people and metrics; without credentials
     * @throws IllegalArgumentException if the address is none of HTTP, or the key cannot be read
     */
    Endpoint(String name, ServerSettings settings, CallMetrics metrics, Ambience ambience, Recorder recorder) {
        this.name = name;
        this.transport = new HttpTransport(settings, ambience.clock());
        this.breaker = new ServerBreaker(name, settings, ambience);
        this.limit = new CallLimit(settings.minConcurrentCalls(), settings.maxConcurrentCalls());
        recorder.gauge(metrics.breaker(), breaker::level, "endpoint", name);
        recorder.gauge(metrics.active(), inFlight::get, "endpoint", name);
        recorder.gauge(metrics.limit(), this::limit, "endpoint", name);
    }

    /** One endpoint per server. */
    static List<Endpoint> of(List<ServerSettings> servers, CallMetrics metrics, Ambience ambience, Recorder recorder) {
        List<URI> addresses = servers.stream().map(ServerSettings::baseUrl).toList();
        return servers.stream().map(server -> new Endpoint(nameOf(server.baseUrl(), addresses), server, metrics,
                ambience, recorder)).toList();
    }

    /** Host and port, and the path only where that does not tell them apart. */
    private static String nameOf(URI address, List<URI> all) {
        boolean alone = all.stream().filter(other -> hostAndPort(other).equals(hostAndPort(address))).count() == 1;
        return alone ? hostAndPort(address) : hostAndPort(address) + address.getPath();
    }

    private static String hostAndPort(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getHost() + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }

    String name() {
        return name;
    }

    HttpTransport transport() {
        return transport;
    }

    /** Calls that may be under way at once, as things stand. */
    int limit() {
        return limit.value();
    }

    /** Calls under way. */
    int inFlight() {
        return inFlight.get();
    }

    boolean hasRoom() {
        return inFlight.get() < limit();
    }

    /** The share of its limit that is under way. */
    double load() {
        return (double) inFlight.get() / limit();
    }

    /** Whether its breaker lets a call go now. */
    boolean isOpen() {
        boolean open = breaker.permits();
        if (open) {
            breaker.unused();
        }
        return open;
    }

    /** Takes a place for a call if there is one; one of the two methods below must follow. */
    Optional<Place.At> take() {
        return hasRoom() && breaker.permits()
                ? Optional.of(new Place.At(this, limit.begin(inFlight.incrementAndGet())))
                : Optional.empty();
    }

    /** A call is over. */
    void leave(Ticket call, CallResult<?> result) {
        inFlight.decrementAndGet();
        switch (result) {
            case Answered<?> _ -> {
                limit.answered(call);
                breaker.answered();
            }
            case GaveUp<?>(Failure failure) -> failed(call, failure);
        }
    }

    /**
     * A server that turns away what was too many does not fail as long as fewer calls are the answer, and one that fails is
     * not asked too much: its trial calls are few.
     */
    private void failed(Ticket call, Failure failure) {
        if (failure.cause() == Cause.OVERLOADED && limit.excludes(call)) {
            breaker.unused();
            return;
        }
        if (failure.cause().overload() && breaker.isClosed()) {
            limit.overloaded(call);
        }
        breaker.failed(failure);
    }

    /** A call was not made, or nobody knows what became of it. */
    void leaveUnused() {
        inFlight.decrementAndGet();
        breaker.unused();
    }

    /** What is known of it. */
    ServerState state() {
        return breaker.state();
    }

    /** How long to wait before it is worth trying again, where it is not open. */
    Duration nextLook() {
        return breaker.nextLook();
    }

    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return transport.toString();
    }
}
