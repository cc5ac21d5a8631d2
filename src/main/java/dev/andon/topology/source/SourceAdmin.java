package dev.andon.topology.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the cluster about the topics that an application reads. Any thread; blocks, and throws {@link KafkaException}
 * where the cluster does not answer.
 *
 * <p>The ids of the topics that were read are kept in the cluster, as the metadata of offsets of a group of their own,
 * {@code <application id>-sources}: on the first partition of each of the topics, all of them, since what is committed
 * on a topic is deleted with it. They expire as the application's own offsets do, if they are not written again.
 */
public final class SourceAdmin implements SourceOffsets {

    private static final int LONGEST_CALL_MILLIS = 2_000;

    private final Admin admin;
    private final String applicationId;

    /** @param admin stays the caller's to close */
    public SourceAdmin(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
    }

    /** The topics by name, in this order. */
    public Map<String, SourceTopic> topics(List<String> names) throws InterruptedException {
        Map<String, TopicDescription> described = describe(names);
        List<TopicPartition> partitions = described.values().stream().flatMap(topic -> topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))).toList();
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest(), new ListOffsetsOptions());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest(), new ListOffsetsOptions());
        Map<TopicPartition, OffsetAndMetadata> committed = committed(applicationId);
        Map<String, SourceTopic> topics = new LinkedHashMap<>();
        for (String name : names) {
            Map<Integer, SourceTopic.Reading> readings = new HashMap<>();
            partitions.stream().filter(partition -> partition.topic().equals(name)).forEach(partition -> {
                OffsetAndMetadata at = committed.get(partition);
                readings.put(partition.partition(), new SourceTopic.Reading(at == null ? null : at.offset(),
                        Objects.requireNonNull(starts.get(partition)), Objects.requireNonNull(ends.get(partition))));
            });
            topics.put(name, new SourceTopic(name, id(Objects.requireNonNull(described.get(name))), readings));
        }
        return topics;
    }

    /** Name, id and number of partitions alone. */
    Map<String, String> shapes(List<String> names) throws InterruptedException {
        return describe(names).values().stream().collect(Collectors.toMap(TopicDescription::name,
                topic -> id(topic) + " " + topic.partitions().size()));
    }

    /** The ids of the topics that were read when this was last asked to remember, by name; empty if never. */
    public Map<String, String> remembered() throws InterruptedException {
        Map<String, String> ids = new TreeMap<>();
        for (OffsetAndMetadata record : committed(memory()).values()) {
            Arrays.stream(record.metadata().split(" ")).map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2).forEach(pair -> ids.put(pair[0], pair[1]));
        }
        return ids;
    }

    /** Remembers the ids of topics that are going to be read, or are being read. */
    public void remember(Collection<SourceTopic> topics) throws InterruptedException {
        String all = topics.stream().map(topic -> topic.name() + "=" + topic.id()).collect(Collectors.joining(" "));
        get(admin.alterConsumerGroupOffsets(memory(), topics.stream().collect(Collectors.toMap(
                topic -> new TopicPartition(topic.name(), 0), _ -> new OffsetAndMetadata(0, all)))).all());
    }

    @Override
    public OptionalLong committed(TopicPartition partition) throws InterruptedException {
        OffsetAndMetadata at = get(admin.listConsumerGroupOffsets(Map.of(applicationId,
                new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(partition))),
                new ListConsumerGroupOffsetsOptions().timeoutMs(LONGEST_CALL_MILLIS))
                .partitionsToOffsetAndMetadata(applicationId)).get(partition);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at.offset());
    }

    @Override
    public Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) throws InterruptedException {
        return offsets(partitions, OffsetSpec.earliest(), new ListOffsetsOptions().timeoutMs(LONGEST_CALL_MILLIS));
    }

    /** Partitions of the changelogs that the application's state was kept in so far, by name. */
    public Map<String, Integer> changelogs() throws InterruptedException {
        List<String> names = get(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(applicationId + "-") && name.endsWith("-changelog")).toList();
        return new TreeMap<>(describe(names).values().stream().collect(Collectors.toMap(TopicDescription::name,
                topic -> topic.partitions().size())));
    }

    private String memory() {
        return applicationId + "-sources";
    }

    private Map<String, TopicDescription> describe(List<String> names) throws InterruptedException {
        return get(admin.describeTopics(names).allTopicNames());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
        committed.values().removeIf(Objects::isNull);
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which,
            ListOffsetsOptions options) throws InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> found = get(admin.listOffsets(partitions.stream()
                .distinct().collect(Collectors.toMap(Function.identity(), _ -> which)), options).all());
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private static String id(TopicDescription topic) {
        return topic.topicId().toString();
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }
}
