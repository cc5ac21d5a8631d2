package dev.andon.topology.provisioning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates and describes topics. Any thread. Every method blocks on the cluster and throws {@link KafkaException} where
 * the cluster does not answer or refuses as a whole.
 */
public final class TopicAdmin {

    private final Admin admin;

    /** @param admin stays the caller's to close */
    public TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /** What became of one topic. */
    public sealed interface Creation {

        TopicSpec spec();

        /** It was made, or would be in a dry run. */
        record Created(TopicSpec spec) implements Creation {}

        /** It was there before and is left as it is. */
        record Existed(TopicSpec spec) implements Creation {}

        /** The cluster refused it. */
        record Refused(TopicSpec spec, String detail) implements Creation {}
    }

    /**
     * Makes the topics that do not exist.
     *
     * @param dryRun whether the cluster is only asked whether it would
     */
    public List<Creation> create(List<TopicSpec> plan, boolean dryRun) throws InterruptedException {
        Map<String, KafkaFuture<Void>> results = admin.createTopics(plan.stream().map(TopicSpec::asNew).toList(),
                new CreateTopicsOptions().validateOnly(dryRun)).values();
        List<Creation> creations = new ArrayList<>();
        for (TopicSpec spec : plan) {
            creations.add(creation(spec, Objects.requireNonNull(results.get(spec.name()))));
        }
        return creations;
    }

    /** The topics that exist, by name, in the order of {@code names}. */
    public Map<String, TopicState> describe(List<String> names) throws InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> results = admin.describeTopics(names).topicNameValues();
        Map<String, TopicDescription> found = new LinkedHashMap<>();
        for (String name : names) {
            try {
                found.put(name, Objects.requireNonNull(results.get(name)).get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw asKafka(e);
                }
            }
        }
        return withSettings(found);
    }

    private Map<String, TopicState> withSettings(Map<String, TopicDescription> found) throws InterruptedException {
        List<ConfigResource> resources = found.keySet().stream().map(TopicAdmin::resource).toList();
        Map<ConfigResource, Config> settings = get(admin.describeConfigs(resources).all());
        Map<String, TopicState> states = new LinkedHashMap<>();
        found.forEach((name, topic) -> states.put(name, new TopicState(name, topic.partitions().size(),
                topic.partitions().getFirst().replicas().size(),
                values(Objects.requireNonNull(settings.get(resource(name)))))));
        return states;
    }

    private static Creation creation(TopicSpec spec, KafkaFuture<Void> result) throws InterruptedException {
        try {
            result.get();
            return new Creation.Created(spec);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return new Creation.Existed(spec);
            }
            return new Creation.Refused(spec, String.valueOf(asKafka(e).getMessage()));
        }
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream().filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw asKafka(e);
        }
    }

    private static KafkaException asKafka(ExecutionException e) {
        return e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
}
