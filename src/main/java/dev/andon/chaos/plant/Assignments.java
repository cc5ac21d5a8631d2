package dev.andon.chaos.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Which partitions of {@code frames} an instance works on, as the group says. Any thread. */
public final class Assignments implements AutoCloseable {

    private static final String PROCESS_FILE = "kafka-streams-process-metadata";
    private static final int SECONDS = 2;

    private final Admin admin;
    private final String frames;
    private final String group;
    private final boolean streams;

    public Assignments(AndonConfig config) {
        admin = Admin.create(KafkaSettings.of(config).admin("andon-chaos-assignments"));
        frames = config.topics().frames();
        group = config.application().id() + "-inspect";
        streams = config.application().groupProtocol().equals("streams");
    }

    /** None where it has no work; empty where that cannot be told, for instance because a broker is down. */
    public Optional<Set<Integer>> of(Processor processor) throws InterruptedException {
        try {
            String process = processId(processor.state().resolve(group).resolve(PROCESS_FILE));
            return Optional.of(streams ? ofStreamsGroup(process) : ofConsumerGroup(process));
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /** The file in which Kafka Streams keeps the name that it has as a member of the group. */
    private static String processId(Path file) throws IOException {
        JsonNode id = new ObjectMapper().readTree(Files.readString(file)).path("processId");
        if (!id.isTextual()) {
            throw new IOException(file + " names no process");
        }
        return id.asText();
    }

    private Set<Integer> ofConsumerGroup(String process)
            throws ExecutionException, TimeoutException, InterruptedException {
        return get(admin.describeConsumerGroups(Set.of(group)).describedGroups().get(group)).members().stream()
                .filter(member -> member.clientId().contains(process))
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(frames)).map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    /** A task of ours has the number of its partition. */
    private Set<Integer> ofStreamsGroup(String process)
            throws ExecutionException, TimeoutException, InterruptedException {
        return get(admin.describeStreamsGroups(Set.of(group)).describedGroups().get(group)).members().stream()
                .filter(member -> member.processId().equals(process))
                .flatMap(member -> member.assignment().activeTasks().stream())
                .flatMap(tasks -> tasks.partitions().stream()).collect(Collectors.toSet());
    }

    private static <T> T get(@Nullable KafkaFuture<T> described)
            throws ExecutionException, TimeoutException, InterruptedException {
        return Objects.requireNonNull(described).get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
