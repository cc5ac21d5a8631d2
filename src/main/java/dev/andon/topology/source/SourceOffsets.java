package dev.andon.topology.source;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Where partitions begin, and how far an application has read them. Any thread; blocks for seconds at most. */
public interface SourceOffsets {

    /**
     * Where reading goes on; empty where nothing was read yet.
     *
     * @throws KafkaException if nobody can say now
     */
    OptionalLong committed(TopicPartition partition) throws InterruptedException;

    /**
     * The first offsets that are kept.
     *
     * @throws KafkaException if nobody can say now
     */
    Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) throws InterruptedException;
}
