package dev.andon.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.ServerState;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.metrics.Recorder;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers that do the same until one answers, the attempts are used up, repeating is useless, or time is over. A
 * place is held only while a request is under way, not during pauses. While all servers fail a call waits, without using
 * up attempts, or gives up at once, as its service wants it. Any thread; blocks.
 *
 * @param <T> what a right answer is
 */
public final class PatientCaller<T> implements AutoCloseable {

    /** What an attempt brought, and from whom; null where nobody was asked. */
    private record Attempt<T>(CallResult<T> result, @Nullable Endpoint asked) {}

    private final List<Endpoint> endpoints;
    private final CallDesk desk;
    private final ServerSettings settings;
    private final CallMetrics metrics;
    private final Outcomes<T> outcomes;
    private final Backoff backoff;
    private final Ambience ambience;
    private final Recorder recorder;

    /**
     * A caller of some servers.
     *
     * @param servers at least one; they differ in their addresses alone
     * @param weights of lines, above 0
     * @param read    makes an answer of a body; empty if it is none. Any thread
     * @throws IllegalArgumentException if an address is none of HTTP, or the key cannot be read
     */
    public PatientCaller(List<ServerSettings> servers, ToDoubleFunction<LineId> weights,
            Function<String, Optional<T>> read, CallMetrics metrics, Ambience ambience, Recorder recorder) {
        this.endpoints = Endpoint.of(servers, metrics, ambience, recorder);
        this.desk = new CallDesk(endpoints, weights);
        this.settings = servers.getFirst();
        this.metrics = metrics;
        this.outcomes = new Outcomes<>(settings.service(), read);
        this.backoff = new Backoff(settings.retry(), ambience.random());
        this.ambience = ambience;
        this.recorder = recorder;
        recorder.gauge(metrics.waiting(), desk::waiting);
    }

    /** What is known of each server, by name. */
    public Map<String, ServerState> servers() {
        Map<String, ServerState> states = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> states.put(endpoint.name(), endpoint.state()));
        return states;
    }

    /**
     * Gets a path from all servers at once, one time, whatever is known of them.
     *
     * @param timeout of all together
     * @return what each brought, by name
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Map<String, Exchange> get(String path, Duration timeout) throws InterruptedException {
        List<Callable<Exchange>> gets = endpoints.stream()
                .<Callable<Exchange>>map(endpoint -> () -> endpoint.transport().get(path, timeout)).toList();
        // Not waited for in the end: the look-up of a name hears no interrupt.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Exchange>> got = threads.invokeAll(gets, timeout.toNanos(), TimeUnit.NANOSECONDS);
            Map<String, Exchange> byName = new LinkedHashMap<>();
            for (int k = 0; k < got.size(); k++) {
                byName.put(endpoints.get(k).name(), outcome(got.get(k), timeout));
            }
            return byName;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Exchange outcome(Future<Exchange> got, Duration timeout) {
        return switch (got.state()) {
            case SUCCESS -> got.resultNow();
            case FAILED -> new Exchange.Broken(got.exceptionNow().toString());
            case CANCELLED, RUNNING -> new Exchange.TimedOut(timeout);
        };
    }

    /**
     * Asks until {@code deadline} at most.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public CallResult<T> call(Subject subject, RequestBody body, Instant deadline) throws InterruptedException {
        Endpoint failing = null;
        for (int repeats = 0;; repeats++) {
            Attempt<T> attempt = attempt(subject, failing, body, deadline);
            Endpoint asked = attempt.asked();
            if (asked == null || !(attempt.result() instanceof GaveUp<T>(Failure failure))) {
                return attempt.result();
            }
            Duration pause = backoff.pause(repeats, failure.retryAfter());
            if (repeats >= allowed(failure) || pause.compareTo(left(deadline)) >= 0) {
                return attempt.result();
            }
            recorder.count(metrics.retries(), "cause", failure.cause().label(), "endpoint", asked.name());
            failing = failure.cause().elsewhere() ? asked : null;
            ambience.sleeper().sleep(pause);
        }
    }

    private int allowed(Failure failure) {
        return Math.min(failure.repeats(), settings.retry().attempts() - 1);
    }

    /** Waits for a place, then makes one request. */
    private Attempt<T> attempt(Subject subject, @Nullable Endpoint failing, RequestBody body, Instant deadline)
            throws InterruptedException {
        while (true) {
            switch (desk.enter(subject, failing, left(deadline))) {
                case Place.At place when left(deadline).isZero() -> {
                    desk.leave(place, null);
                    return new Attempt<>(tooLate(), null);
                }
                case Place.At place -> {
                    return new Attempt<>(guarded(place, body, deadline), place.endpoint());
                }
                case Place.TooLate() -> {
                    return new Attempt<>(tooLate(), null);
                }
                case Place.Nowhere(String detail, Duration _) when !settings.service().patient() -> {
                    return new Attempt<>(outcomes.away(detail), null);
                }
                case Place.Nowhere(String detail, Duration pause) -> {
                    if (pause.compareTo(left(deadline)) >= 0) {
                        return new Attempt<>(outcomes.late(detail), null);
                    }
                    ambience.sleeper().sleep(pause);
                }
            }
        }
    }

    private GaveUp<T> tooLate() {
        String lowered = endpoints.stream().filter(endpoint -> endpoint.limit() < settings.maxConcurrentCalls())
                .map(endpoint -> ", lowered to " + endpoint.limit() + " at " + endpoint.name() + " for now")
                .collect(Collectors.joining());
        return outcomes.late("no place for a call became free (" + settings.service().key("maxConcurrentCalls") + " is "
                + settings.maxConcurrentCalls() + lowered + ")");
    }

    private CallResult<T> guarded(Place.At place, RequestBody body, Instant deadline) throws InterruptedException {
        CallResult<T> result = null;
        try {
            result = request(place.endpoint(), body, deadline);
            return result;
        } finally {
            desk.leave(place, result);
            record(place.endpoint(), result);
        }
    }

    private CallResult<T> request(Endpoint endpoint, RequestBody body, Instant deadline) throws InterruptedException {
        Duration left = left(deadline);
        Duration most = settings.callTimeout();
        recorder.add(metrics.sent(), (double) length(body), "endpoint", endpoint.name());
        Exchange exchange = endpoint.transport().post(settings.service().path(), body,
                left.compareTo(most) < 0 ? left : most);
        return outcomes.of(exchange, most, ambience.clock().instant());
    }

    private static long length(RequestBody body) {
        try {
            return Math.max(0, body.contentLength());
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param result null where the call was broken off */
    private void record(Endpoint endpoint, @Nullable CallResult<T> result) {
        String outcome = switch (result) {
            case null -> "cancelled";
            case Answered<T> answered -> {
                recorder.time(metrics.latency(), answered.latency(), "endpoint", endpoint.name());
                yield "answered";
            }
            case GaveUp<T> gaveUp -> gaveUp.failure().cause().label();
        };
        recorder.count(metrics.calls(), "outcome", outcome, "endpoint", endpoint.name());
    }

    private Duration left(Instant deadline) {
        Duration left = Duration.between(ambience.clock().instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Ends the calls under way and closes the connections. */
    @Override
    public void close() {
        endpoints.forEach(Endpoint::close);
    }

    /** The servers' addresses alone. */
    @Override
    public String toString() {
        return endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
    }
}
