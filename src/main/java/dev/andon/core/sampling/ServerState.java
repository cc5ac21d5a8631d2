package dev.andon.core.sampling;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What is known of the model's server without asking it.
 *
 * @param condition   whether it is worth asking
 * @param since       when it became available, or when it ceased to be
 * @param lastFailure in words for people; empty where it never failed
 * @param failedAt    when it failed last; {@link Instant#MIN} for never
 * @param answeredAt  when it answered last, if only to refuse a request; {@link Instant#MIN} for never
 */
public record ServerState(Condition condition, Instant since, String lastFailure, Instant failedAt,
        Instant answeredAt) {

    /** Whether it is worth asking. */
    public enum Condition {
        /** It answers, or nothing is known against it. */
        AVAILABLE,
        /** It failed and has had its rest: a few questions will show whether it is back. */
        ON_TRIAL,
        /** It failed, and is not to be asked for the moment. */
        RESTING
    }

    /** A server of which nothing is known: it may always be asked. */
    public static final ServerState UNKNOWN = new ServerState(Condition.AVAILABLE, Instant.MIN, "", Instant.MIN,
            Instant.MIN);

    /**
     * What is known of several servers of which any may answer: as good as the best of them.
     *
     * @param servers at least one
     */
    public static ServerState together(Collection<ServerState> servers) {
        Condition best = servers.stream().map(ServerState::condition).min(Comparator.naturalOrder()).orElseThrow();
        Stream<Instant> begins = servers.stream().filter(server -> server.condition() == best
                || best != Condition.AVAILABLE).map(ServerState::since);
        Comparator<Instant> order = Comparator.naturalOrder();
        Instant since = (best == Condition.AVAILABLE ? begins.min(order) : begins.max(order)).orElseThrow();
        ServerState failed = servers.stream().max(Comparator.comparing(ServerState::failedAt)).orElseThrow();
        Instant answered = servers.stream().map(ServerState::answeredAt).max(order).orElseThrow();
        return new ServerState(best, since, failed.lastFailure(), failed.failedAt(), answered);
    }

    public boolean isAvailable() {
        return condition == Condition.AVAILABLE;
    }

    /** Whether whoever began to ask then, and got no answer, met an outage: nobody else was answered either. */
    public boolean failedAllSince(Instant begun) {
        return !isAvailable() || (answeredAt.isBefore(begun) && !failedAt.isBefore(begun));
    }

    /** Whether it was not available for some of the time since then, and is again. */
    public boolean cameBackAfter(Instant begun) {
        return isAvailable() && since.isAfter(begun);
    }

    /** As part of a sentence about the server. */
    public String describe() {
        return isAvailable()
                ? "available"
                : "failing since " + since + ", last: " + (lastFailure.isEmpty() ? "(nothing said)" : lastFailure);
    }
}
