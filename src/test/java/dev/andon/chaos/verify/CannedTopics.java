package dev.andon.chaos.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.clients.Consumers;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Topics of one partition each that stand still. One thread. */
final class CannedTopics implements Consumers {

    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> topics = new HashMap<>();
    private final Map<String, Long> behindOpen = new HashMap<>();

    CannedTopics(Collection<String> names) {
        names.forEach(name -> topics.put(name, new ArrayList<>()));
    }

    /** A record at the end of a topic; where it stands. */
    long add(String topic, byte[] key, byte @Nullable [] value, Header... headers) {
        List<ConsumerRecord<byte[], byte[]>> records = topics.computeIfAbsent(topic, name -> new ArrayList<>());
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(topic, 0, records.size(), key, value);
        List.of(headers).forEach(record.headers()::add);
        records.add(record);
        return record.offset();
    }

    long add(String topic, String key, byte[] value, Header... headers) {
        return add(topic, key.getBytes(StandardCharsets.UTF_8), value, headers);
    }

    /** A transaction of so many records stays open at the end of a topic. */
    void leaveOpen(String topic, long records) {
        behindOpen.put(topic, records);
    }

    @Override
    public Consumer<byte[], byte[]> open(String clientId, String isolation) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none") {
            @Override
            public synchronized void assign(Collection<TopicPartition> partitions) {
                super.assign(partitions);
                partitions.forEach(partition -> records(partition.topic()).forEach(this::addRecord));
            }
        };
        for (String topic : topics.keySet()) {
            TopicPartition partition = new TopicPartition(topic, 0);
            long end = records(topic).size()
                    + (isolation.equals("read_committed") ? 0 : behindOpen.getOrDefault(topic, 0L));
            consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, end));
        }
        return consumer;
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return topics.getOrDefault(topic, List.of());
    }
}
