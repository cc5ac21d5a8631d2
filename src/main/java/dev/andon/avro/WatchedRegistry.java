package dev.andon.avro;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registry, and whether it answered when it was last asked. Whoever needs an answer asks again within seconds; where
 * nobody has asked for longer, nobody waits for it any more, and that it was away says nothing. Any thread.
 */
final class WatchedRegistry implements SchemaRegistry {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Silence(String detail, Instant noticed) {}

    private final SchemaRegistry registry;
    private final InstantSource clock;
    private final AtomicInteger asking = new AtomicInteger();
    private volatile @Nullable Silence silence;

    WatchedRegistry(SchemaRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Why it did not answer somebody who still needs the answer; null where nobody is kept waiting. */
    @Nullable
    String away() {
        Silence last = silence;
        return last != null && (asking.get() > 0 || clock.instant().isBefore(last.noticed().plus(PATIENCE)))
                ? last.detail()
                : null;
    }

    @Override
    public Answer<Schema> byId(int id) {
        return watched(() -> registry.byId(id));
    }

    @Override
    public Answer<Integer> idOf(String subject, Schema schema) {
        return watched(() -> registry.idOf(subject, schema));
    }

    @Override
    public Answer<Integer> register(String subject, Schema schema) {
        return watched(() -> registry.register(subject, schema));
    }

    @Override
    public Answer<Boolean> accepts(String subject, Schema schema) {
        return watched(() -> registry.accepts(subject, schema));
    }

    @Override
    public void close() {
        registry.close();
    }

    private <T> Answer<T> watched(Supplier<Answer<T>> question) {
        asking.incrementAndGet();
        try {
            Answer<T> answer = question.get();
            silence = answer instanceof Answer.Away<T>(String detail) ? new Silence(detail, clock.instant()) : null;
            return answer;
        } finally {
            asking.decrementAndGet();
        }
    }
}
