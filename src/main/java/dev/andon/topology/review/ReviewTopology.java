package dev.andon.topology.review;

import java.util.Set;

import dev.andon.config.TopicsConfig;
import dev.andon.topology.state.ReviewStores;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The topology of the review application.
 *
 * <pre>
 *   accepted ──────┐            ┌──▶ reviewed
 *   human-review ──┤            ├──▶ thresholds
 *                  ├──▶ review ─┤
 *   verdicts ──────┤            ├──▶ threshold-changes
 *   line-policies ─┘            └──▶ dead-letters
 *
 *   review keeps line-rules, cases, open-reviews, early-verdicts, lessons, evidence
 * </pre>
 *
 * Everything travels as bytes, so that a record that cannot be decoded reaches the processor and not a handler.
 */
public final class ReviewTopology {

    private static final String REVIEW = "review";

    private ReviewTopology() {}

    public static Topology build(ReviewParts parts, ReviewSettings settings) {
        TopicsConfig topics = settings.topics();
        Topology topology = new Topology();
        source(topology, "accepted-source", topics.accepted());
        source(topology, "human-review-source", topics.humanReview());
        source(topology, "verdicts-source", topics.verdicts());
        source(topology, "line-policies-source", topics.linePolicies());
        topology.addProcessor(REVIEW, supplier(parts, settings), "accepted-source", "human-review-source",
                "verdicts-source", "line-policies-source");
        sink(topology, ReviewPublisher.REVIEWED, topics.reviewed());
        sink(topology, ReviewPublisher.THRESHOLDS, topics.thresholds());
        sink(topology, ReviewPublisher.CHANGES, topics.thresholdChanges());
        sink(topology, ReviewPublisher.DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    private static void source(Topology topology, String name, String topic) {
        topology.addSource(name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic);
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), REVIEW);
    }

    private static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(ReviewParts parts,
            ReviewSettings settings) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new ReviewProcessor(parts, settings);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.copyOf(ReviewStores.builders(settings.remember()));
            }
        };
    }
}
