package dev.andon.topology.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Partitions that begin at 0 and were never read, until something else is said. One thread. */
public final class FakeOffsets implements SourceOffsets {

    private final Map<TopicPartition, Long> starts = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private boolean away;

    /** Everything before an offset is deleted. */
    public void deleteBefore(String topic, int partition, long offset) {
        starts.put(new TopicPartition(topic, partition), offset);
    }

    /** A partition was read to here. */
    public void commit(String topic, int partition, long offset) {
        committed.put(new TopicPartition(topic, partition), offset);
    }

    void goAway(boolean gone) {
        away = gone;
    }

    @Override
    public OptionalLong committed(TopicPartition partition) {
        answer();
        Long offset = committed.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    @Override
    public Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        answer();
        return partitions.stream().distinct().collect(Collectors.toMap(partition -> partition,
                partition -> starts.getOrDefault(partition, 0L)));
    }

    private void answer() throws KafkaException {
        if (away) {
            throw new TimeoutException("nobody answers");
        }
    }
}
