package dev.andon.demo.reviewers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.Inspection;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import dev.andon.demo.reviewers.Habits.Deed;
import dev.andon.demo.summary.SentFrame;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * SIMULATED reviewers: they read {@code human-review} as a console would, know the truth about the synthetic frames, and
 * write verdicts. Their work is done by a thread of its own; any thread may start and close them.
 */
public final class SimulatedReviewers implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration END = Duration.ofSeconds(5);

    private final Codecs codecs;
    private final String humanReview;
    private final String verdicts;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Function<String, @Nullable SentFrame> truth;
    private final Habits habits;
    private final InstantSource clock;
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger mistaken = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final Thread thread;

    private volatile boolean ending;

    /** A verdict that is going to be given. */
    private record Due(Instant at, Inspection inspection, SentFrame shows, Deed.Judges deed) {}

    private SimulatedReviewers(AndonConfig config, Codecs codecs, Function<String, @Nullable SentFrame> truth,
            Habits habits, InstantSource clock) {
        this.codecs = codecs;
        this.humanReview = config.topics().humanReview();
        this.verdicts = config.topics().verdicts();
        this.consumer = new KafkaConsumer<>(KafkaSettings.of(config).consumer("andon-demo-reviewers"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(KafkaSettings.of(config).producer("andon-demo-reviewers"),
                new ByteArraySerializer(), new ByteArraySerializer());
        this.truth = truth;
        this.habits = habits;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("andon-demo-reviewers").daemon().unstarted(this::work);
    }

    /**
     * Sets them to work. The schema of verdicts has to be prepared.
     *
     * @param truth about a frame by its id; null where it is not known
     */
    public static SimulatedReviewers start(AndonConfig config, Codecs codecs,
            Function<String, @Nullable SentFrame> truth, long seed) {
        SimulatedReviewers reviewers = new SimulatedReviewers(config, codecs, truth, Habits.usual(seed),
                InstantSource.system());
        reviewers.thread.start();
        return reviewers;
    }

    /** What they have done so far. */
    public Work done() {
        return new Work(given.get(), mistaken.get(), left.get());
    }

    /**
     * What reviewers have done.
     *
     * @param given    verdicts
     * @param mistaken of these
     * @param left     frames that nobody looked at
     */
    public record Work(int given, int mistaken, int left) {}

    @Override
    public void close() {
        ending = true;
        try {
            thread.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (consumer; producer) {
            List<TopicPartition> partitions = consumer.partitionsFor(humanReview).stream()
                    .map(info -> new TopicPartition(humanReview, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!ending) {
                consumer.poll(POLL).forEach(this::take);
                give();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (codecs.inspections().decode(record.value()) instanceof Decoding.Decoded<Inspection>(Inspection inspection)
                && inspection.frame().frameId() != null) {
            SentFrame shows = truth.apply(inspection.frame().frameId().value());
            if (shows != null) {
                take(inspection, shows);
            }
        }
    }

    private void take(Inspection inspection, SentFrame shows) {
        switch (habits.with(shows.frameId(), shows.result())) {
            case Deed.Leaves() -> left.incrementAndGet();
            case Deed.Judges deed -> due.add(new Due(clock.instant().plus(deed.after()), inspection, shows, deed));
        }
    }

    private void give() {
        Instant now = clock.instant();
        for (Due next = due.peek(); next != null && !next.at().isAfter(now); next = due.peek()) {
            due.remove();
            String label = next.deed().mistaken() ? null : next.shows().label();
            Verdict verdict = new Verdict(next.inspection().id() + "-1", next.inspection().id(),
                    next.inspection().line(), next.deed().result(), label, Basis.IMAGE, "Simulated reviewer", now,
                    next.deed().after(), null, null);
            var _ = producer.send(new ProducerRecord<>(verdicts,
                    verdict.line().value().getBytes(StandardCharsets.UTF_8), codecs.verdicts().encode(verdict)));
            given.incrementAndGet();
            if (next.deed().mistaken()) {
                mistaken.incrementAndGet();
            }
        }
    }
}
