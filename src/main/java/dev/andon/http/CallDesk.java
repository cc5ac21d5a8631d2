package dev.andon.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.async.FairQueue;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * Gives places at the endpoints to calls that wait. Any thread.
 *
 * <p>Each endpoint has as many places as its limit says. Lines take turns, in proportion to their weights; a line that is
 * alone may have all places. The calls about one frame go to one endpoint, the one with the least load when the first of
 * them goes. Neither rule leaves a place empty while a call waits: one whose endpoint is full goes elsewhere when nobody
 * else can use a place there, and when an endpoint is not to be asked the frame moves.
 */
final class CallDesk {

    /** A call that waits. */
    private static final class Waiting {

        private final Subject subject;
        private final @Nullable Endpoint avoided;
        private final CompletableFuture<Place> place = new CompletableFuture<>();

        Waiting(Subject subject, @Nullable Endpoint avoided) {
            this.subject = subject;
            this.avoided = avoided;
        }
    }

    private final List<Endpoint> endpoints;

    @GuardedBy("this")
    private final FairQueue<LineId, Waiting> queue;

    @GuardedBy("this")
    private final Affinity affinity = new Affinity();

    /**
     * A desk without calls.
     *
     * @param endpoints at least one
     * @param weights   of lines, above 0
     */
    CallDesk(List<Endpoint> endpoints, ToDoubleFunction<LineId> weights) {
        this.endpoints = List.copyOf(endpoints);
        this.queue = new FairQueue<>(weights);
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Calls that wait. */
    synchronized int waiting() {
        return queue.size();
    }

    /**
     * Waits for a place.
     *
     * @param avoided an endpoint that just failed this call, so that another one is better; null for none
     * @param atMost  how long
     * @throws InterruptedException if the calling thread is interrupted; it has no place then
     */
    Place enter(Subject subject, @Nullable Endpoint avoided, Duration atMost) throws InterruptedException {
        Waiting call = new Waiting(subject, avoided);
        synchronized (this) {
            queue.add(subject.line(), call);
            assign();
        }
        try {
            return call.place.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return withdraw(call) ? new Place.TooLate() : call.place.join();
        } catch (InterruptedException e) {
            if (!withdraw(call) && call.place.join() instanceof Place.At place) {
                leave(place, null);
            }
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a place never fails", e);
        }
    }

    /**
     * Gives a place back.
     *
     * @param result of the call; null where none was made, or nobody knows
     */
    synchronized void leave(Place.At place, @Nullable CallResult<?> result) {
        if (result == null) {
            place.endpoint().leaveUnused();
        } else {
            place.endpoint().leave(place.ticket(), result);
        }
        assign();
    }

    private synchronized boolean withdraw(Waiting call) {
        return queue.remove(call.subject.line(), call);
    }

    @GuardedBy("this")
    private void assign() {
        while (queue.size() > 0) {
            List<Endpoint> open = endpoints.stream().filter(Endpoint::isOpen).toList();
            if (open.isEmpty()) {
                Place nowhere = nowhere();
                queue.drain().forEach(call -> call.place.complete(nowhere));
                return;
            }
            if (open.stream().noneMatch(Endpoint::hasRoom) || !assignOne(open)) {
                return;
            }
        }
    }

    @GuardedBy("this")
    private boolean assignOne(List<Endpoint> open) {
        Affinity homes = affinity;
        return queue.take(call -> seat(call, homes.home(call.subject, usable(call, open))))
                .or(() -> queue.take(call -> seat(call, Affinity.anywhere(call.subject, usable(call, open)))))
                .isPresent();
    }

    private static boolean seat(Waiting call, Optional<Endpoint> endpoint) {
        Optional<Place.At> place = endpoint.flatMap(Endpoint::take);
        place.ifPresent(call.place::complete);
        return place.isPresent();
    }

    /** An endpoint that just failed a call is asked again only where there is no other. */
    private static List<Endpoint> usable(Waiting call, List<Endpoint> open) {
        return call.avoided == null || open.size() == 1
                ? open
                : open.stream().filter(endpoint -> !endpoint.equals(call.avoided)).toList();
    }

    private Place.Nowhere nowhere() {
        Endpoint latest = endpoints.stream().max(Comparator.comparing(endpoint -> endpoint.state().failedAt()))
                .orElseThrow();
        String who = endpoints.size() == 1 ? "the server fails; last" : "all endpoints fail; last of " + latest.name();
        return new Place.Nowhere("calls pause because " + who + ": " + latest.state().lastFailure(),
                latest.nextLook());
    }
}
