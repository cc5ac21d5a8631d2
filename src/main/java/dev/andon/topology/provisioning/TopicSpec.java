package dev.andon.topology.provisioning;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it should be.
 *
 * @param aligned         whether applications read it together with others, so that all of these have equally many
 *                        partitions
 * @param compacted       whether the newest record per key is kept for ever; otherwise records are kept for a time
 * @param largestRecord   bytes of the largest record that is written to it
 * @param keptAtLeast     the shortest time that records have to be kept; zero where they are kept for ever
 * @param settings        to create it with
 */
public record TopicSpec(
        String name,
        int partitions,
        short replicationFactor,
        boolean aligned,
        boolean compacted,
        long largestRecord,
        Duration keptAtLeast,
        Map<String, String> settings) {

    public TopicSpec {
        settings = Map.copyOf(settings);
    }

    /** The same topic, created with other settings. */
    public TopicSpec withSettings(Map<String, String> others) {
        return new TopicSpec(name, partitions, replicationFactor, aligned, compacted, largestRecord, keptAtLeast,
                others);
    }

    /** The same topic, with as many partitions as it may have. */
    TopicSpec onItsOwn() {
        return new TopicSpec(name, partitions, replicationFactor, false, compacted, largestRecord, keptAtLeast,
                settings);
    }

    NewTopic asNew() {
        return new NewTopic(name, partitions, replicationFactor).configs(settings);
    }
}
