package dev.andon.chaos.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** Which partitions of {@code frames} an instance works on, as the group says. Any thread. */
public final class Assignments implements AutoCloseable {

    private static final String PROCESS_FILE = "kafka-streams-process-metadata";
    private static final int SECONDS = 2;

    private final Admin admin;
    private final String frames;
    private final String group;

    public Assignments(AndonConfig config) {
        admin = Admin.create(KafkaSettings.of(config).admin("andon-chaos-assignments"));
        frames = config.topics().frames();
        group = config.application().id() + "-inspect";
    }

    /** Empty where that cannot be told, for instance because a broker is down. */
    public Optional<Set<Integer>> of(Processor processor) throws InterruptedException {
        try {
            String process = processId(processor.state().resolve(group).resolve(PROCESS_FILE));
            ConsumerGroupDescription described = admin.describeConsumerGroups(Set.of(group)).all()
                    .get(SECONDS, TimeUnit.SECONDS).get(group);
            return described == null
                    ? Optional.empty()
                    : known(described.members().stream().filter(member -> member.clientId().contains(process)));
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

    private Optional<Set<Integer>> known(Stream<MemberDescription> members) {
        Set<Integer> partitions = new HashSet<>();
        members.forEach(member -> member.assignment().topicPartitions().stream()
                .filter(partition -> partition.topic().equals(frames)).map(TopicPartition::partition)
                .forEach(partitions::add));
        return partitions.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(partitions));
    }

    @Override
    public void close() {
        admin.close();
    }
}
