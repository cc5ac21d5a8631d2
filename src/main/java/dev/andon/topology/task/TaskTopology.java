package dev.andon.topology.task;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The topology of an application: some topics, one processor with its stores, some topics. Everything travels as bytes, so
 * that a record that cannot be decoded reaches the processor and not a handler.
 */
public final class TaskTopology {

    /**
     * Where records come from, or go to.
     *
     * @param node  its name within the topology; that of a sink is what tasks forward to
     * @param topic that is read or written
     */
    public record End(String node, String topic) {}

    private TaskTopology() {}

    /**
     * The topology.
     *
     * @param name of the processor
     */
    public static Topology of(String name, Function<ProcessorContext<byte[], byte[]>, Task> tasks,
            List<StoreBuilder<?>> stores, List<End> sources, List<End> sinks) {
        Topology topology = new Topology();
        sources.forEach(source -> topology.addSource(source.node(), new ByteArrayDeserializer(),
                new ByteArrayDeserializer(), source.topic()));
        topology.addProcessor(name, supplier(tasks, stores), sources.stream().map(End::node).toArray(String[]::new));
        sinks.forEach(sink -> topology.addSink(sink.node(), sink.topic(), new ByteArraySerializer(),
                new ByteArraySerializer(), name));
        return topology;
    }

    private static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(
            Function<ProcessorContext<byte[], byte[]>, Task> tasks, List<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new TaskProcessor(tasks);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.copyOf(stores);
            }
        };
    }
}
