package dev.andon.topology.inspect;

import java.util.Set;

import dev.andon.config.TopicsConfig;
import dev.andon.topology.state.StateStores;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The topology of the inspect application.
 *
 * <pre>
 *   frames ────────┐             ┌──▶ accepted
 *                  ├──▶ inspect ─┼──▶ human-review
 *   line-policies ─┤             └──▶ dead-letters
 *   thresholds ────┘
 *
 *   inspect keeps line-state, in-flight, seen-frames, line-sequence, last-inspected, line-spend
 * </pre>
 *
 * Everything travels as bytes, so that a record that cannot be decoded reaches the processor and not a handler.
 */
public final class InspectTopology {

    private static final String FRAMES = "frames";
    private static final String POLICIES = "line-policies";
    private static final String THRESHOLDS = "thresholds";
    private static final String INSPECT = "inspect";

    private InspectTopology() {}

    public static Topology build(InspectParts parts, InspectSettings settings) {
        TopicsConfig topics = settings.topics();
        Topology topology = new Topology();
        topology.addSource(FRAMES, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topics.frames());
        topology.addSource(POLICIES, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topics.linePolicies());
        topology.addSource(THRESHOLDS, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topics.thresholds());
        topology.addProcessor(INSPECT, supplier(parts, settings), FRAMES, POLICIES, THRESHOLDS);
        sink(topology, Publisher.ACCEPTED, topics.accepted());
        sink(topology, Publisher.HUMAN_REVIEW, topics.humanReview());
        sink(topology, Publisher.DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), INSPECT);
    }

    private static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(InspectParts parts,
            InspectSettings settings) {
        Patience patience = new Patience(settings.patience(), parts.nanoTime());
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new InspectProcessor(parts, settings, patience);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.copyOf(StateStores.builders());
            }
        };
    }
}
