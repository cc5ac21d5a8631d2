package dev.andon.topology.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions the consumer of a stream thread leaves alone for now, because a task has enough of its records: the others
 * wait in their topic. One thread, the stream thread.
 */
public final class Intake {

    private final Map<TopicPartition, BooleanSupplier> tasks = new HashMap<>();

    /** What a task says of its partition, until it is closed. */
    public final class Say implements AutoCloseable {

        private final TopicPartition partition;
        private final BooleanSupplier hasEnough;

        private Say(TopicPartition partition, BooleanSupplier hasEnough) {
            this.partition = partition;
            this.hasEnough = hasEnough;
        }

        @Override
        public void close() {
            tasks.remove(partition, hasEnough);
        }
    }

    /**
     * Lets a task say when it has enough.
     *
     * @param hasEnough is asked before each poll
     */
    public Say of(TopicPartition partition, BooleanSupplier hasEnough) {
        tasks.put(partition, hasEnough);
        return new Say(partition, hasEnough);
    }

    /** The partitions that are not to be read now. */
    public Set<TopicPartition> closed() {
        return tasks.entrySet().stream().filter(task -> task.getValue().getAsBoolean()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
