package dev.andon.bench.plant;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from now on, committed records only. One thread. */
public final class CommittedReader implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;

    /** A reader that starts at the end of topics. */
    public CommittedReader(AndonConfig config, List<String> topics) {
        Map<String, Object> settings = new HashMap<>(KafkaSettings.of(config).consumer("andon-bench-outputs"));
        settings.put("fetch.max.wait.ms", 10);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** What has become visible, after waiting for it at most so long. */
    public ConsumerRecords<byte[], byte[]> poll(Duration atMost) {
        return consumer.poll(atMost);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
