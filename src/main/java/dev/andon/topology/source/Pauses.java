package dev.andon.topology.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions the consumer of a stream thread is not to read for now, because a task has enough of them: the other
 * records wait in their topic. One thread, the stream thread.
 */
public final class Pauses {

    private final Map<TopicPartition, Listener> listeners = new HashMap<>();

    /** A task that is asked about its partition, until it is closed. */
    public final class Listener implements AutoCloseable {

        private final TopicPartition partition;
        private final BooleanSupplier hasEnough;

        private Listener(TopicPartition partition, BooleanSupplier hasEnough) {
            this.partition = partition;
            this.hasEnough = hasEnough;
        }

        @Override
        public void close() {
            listeners.remove(partition, this);
        }
    }

    /**
     * Lets a task say when it has enough.
     *
     * @param hasEnough is asked before each poll
     */
    public Listener listen(TopicPartition partition, BooleanSupplier hasEnough) {
        Listener listener = new Listener(partition, hasEnough);
        listeners.put(partition, listener);
        return listener;
    }

    /** Whether there is a task to ask about a partition. */
    public boolean concern(TopicPartition partition) {
        return listeners.containsKey(partition);
    }

    /** The partitions that are not to be read now. */
    public Set<TopicPartition> wanted() {
        return listeners.values().stream().filter(listener -> listener.hasEnough.getAsBoolean())
                .map(listener -> listener.partition).collect(Collectors.toSet());
    }
}
