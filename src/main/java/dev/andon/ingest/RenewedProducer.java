package dev.andon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer in whose place a fresh one is put where it may have failed for good: some failures, such as of its
 * credentials at the wrong moment, leave one that refuses everything for ever, and none says so. Any thread.
 *
 * <p>What the old one has under way ends with a failure, although some of it may still be written: whoever sends it again
 * may write it twice. The order of those is kept who wait for each record before they send the next one.
 */
public final class RenewedProducer {

    private static final Logger LOG = LoggerFactory.getLogger(RenewedProducer.class);

    /** Where it is not the producer that is wrong, others help no more than this one. */
    static final Duration LEAST_AGE = Duration.ofMinutes(1);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final InstantSource clock;
    private volatile Generation current;

    @GuardedBy("this")
    private boolean closed;

    /** One producer, and why it is to be replaced; null where it is not. */
    private static final class Generation {

        final Producer<byte[], byte[]> producer;
        final Instant since;
        volatile @Nullable Throwable failure;

        Generation(Producer<byte[], byte[]> producer, Instant since) {
            this.producer = producer;
            this.since = since;
        }
    }

    /** @param producers makes idempotent ones; the first at once */
    public RenewedProducer(Supplier<Producer<byte[], byte[]>> producers, InstantSource clock) {
        this.producers = producers;
        this.clock = clock;
        this.current = new Generation(producers.get(), clock.instant());
    }

    /**
     * Sends a record; blocks only while the producer has no room, or knows no broker yet.
     *
     * @param callback hears what becomes of it, on any thread, unless this throws
     */
    public void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Generation with = fit();
        try {
            Future<RecordMetadata> _ = with.producer.send(record, (metadata, failure) -> {
                hear(with, failure);
                callback.onCompletion(metadata, failure);
            });
        } catch (RuntimeException e) {
            hear(with, e);
            throw e;
        }
    }

    /** Waits until everything that was sent has been written or refused. */
    public void flush() {
        current.producer.flush();
    }

    /** Gives up what is not written within a while. */
    public void close(Duration patience) {
        synchronized (this) {
            closed = true;
        }
        current.producer.close(patience);
    }

    private void hear(Generation from, @Nullable Throwable failure) {
        if (failure != null && Ending.of(failure) == Ending.LASTING
                && !clock.instant().isBefore(from.since.plus(LEAST_AGE))) {
            from.failure = failure;
        }
    }

    private Generation fit() {
        Generation now = current;
        Throwable failure = now.failure;
        return failure == null ? now : inPlaceOf(now, failure);
    }

    private synchronized Generation inPlaceOf(Generation old, Throwable failure) {
        if (current == old && !closed) {
            LOG.error("a fresh producer takes the place of one that may have failed for good: {}", failure.toString());
            current = new Generation(producers.get(), clock.instant());
            old.producer.close(Duration.ZERO);
        }
        return current;
    }
}
