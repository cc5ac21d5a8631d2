package dev.andon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.review.Reviewed;
import dev.andon.replay.Truths;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Recorded inspections, and what people said of them. Partitions are read side by side, each by a thread of its own, which takes no
 * more from the brokers than it has worked off. One thread may use it.
 */
final class InspectionLog {

    private final AndonConfig config;
    private final Codecs codecs;
    private final AtomicLong readable = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private Duration spent = Duration.ZERO;

    InspectionLog(AndonConfig config, Codecs codecs) {
        this.config = config;
        this.codecs = codecs;
    }

    /**
     * Hands on every inspection that is wanted, each line's of one topic in their order: all of a line to the same sink.
     *
     * @param sinks one for each thread
     * @return the sinks
     */
    <T> List<T> read(HistoryOptions options, Supplier<T> sinks, BiConsumer<T, Inspection> take)
            throws InterruptedException {
        return read(live(), options.since(), options.wanted(), sinks, take);
    }

    /** Likewise of frames that any recipe decided. */
    <T> List<T> readOfAnyRecipe(HistoryOptions options, Supplier<T> sinks, BiConsumer<T, Inspection> take)
            throws InterruptedException {
        return read(live(), options.since(), options.wantedOfAnyRecipe(), sinks, take);
    }

    /** Likewise of what candidates decided. */
    <T> List<T> readShadow(HistoryOptions options, Supplier<T> sinks, BiConsumer<T, Inspection> take)
            throws InterruptedException {
        return read(List.of(config.topics().shadow()), options.since(), options.wanted(), sinks, take);
    }

    private List<String> live() {
        return List.of(config.topics().accepted(), config.topics().humanReview());
    }

    private <T> List<T> read(List<String> topics, @Nullable Instant since, Predicate<Inspection> wanted,
            Supplier<T> sinks, BiConsumer<T, Inspection> take) throws InterruptedException {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1,
                partitions(topics.getFirst()));
        long start = System.nanoTime();
        List<Future<T>> parts = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                int part = i;
                parts.add(executor.submit(() -> {
                    T sink = sinks.get();
                    read(topics, since, partition -> partition % threads == part,
                            record -> decode(record, wanted, inspection -> take.accept(sink, inspection)));
                    return sink;
                }));
            }
        }
        List<T> filled = new ArrayList<>();
        for (Future<T> part : parts) {
            filled.add(result(part));
        }
        spent = spent.plusNanos(System.nanoTime() - start);
        return filled;
    }

    /** Every verdict that counts. */
    Truths truths() {
        Truths truths = new Truths();
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            new TopicReader(consumer, config.topics().reviewed()).eachToEnd(record -> {
                switch (codecs.reviewed().decode(record.value())) {
                    case Decoding.Decoded<Reviewed>(Reviewed reviewed) -> truths.add(reviewed);
                    case Decoding.Undecodable<Reviewed> _ -> unreadable.incrementAndGet();
                    case Decoding.RegistryAway<Reviewed>(String detail) -> throw Registry.away(detail);
                }
            });
        }
        return truths;
    }

    /** How fast inspections were read and worked off, those among them that nobody wanted as well. */
    Speed speed() {
        return new Speed(readable.get(), spent);
    }

    /** Records that nobody can read: not written by this program, or damaged. */
    long unreadable() {
        return unreadable.get();
    }

    private void read(List<String> topics, @Nullable Instant since, IntPredicate partitions,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> take) {
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            for (String topic : topics) {
                TopicReader reader = new TopicReader(consumer, topic, partitions);
                if (since != null) {
                    reader.seekTo(since);
                }
                reader.eachToEnd(take);
            }
        }
    }

    private void decode(ConsumerRecord<byte[], byte[]> record, Predicate<Inspection> wanted,
            java.util.function.Consumer<Inspection> take) {
        switch (codecs.inspections().decode(record.value())) {
            case Decoding.Decoded<Inspection>(Inspection inspection) -> {
                readable.incrementAndGet();
                if (wanted.test(inspection)) {
                    take.accept(inspection);
                }
            }
            case Decoding.Undecodable<Inspection> _ -> unreadable.incrementAndGet();
            case Decoding.RegistryAway<Inspection>(String detail) -> throw Registry.away(detail);
        }
    }

    private int partitions(String topic) {
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            return new TopicReader(consumer, topic).partitions();
        }
    }

    private static <T> T result(Future<T> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
