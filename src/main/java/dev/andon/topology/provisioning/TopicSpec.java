package dev.andon.topology.provisioning;

import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it should be.
 *
 * @param compacted       whether the newest record per key is kept for ever; otherwise records are kept for a time
 * @param largestRecord   bytes of the largest record that is written to it
 * @param settings        to create it with
 */
public record TopicSpec(
        String name,
        int partitions,
        short replicationFactor,
        boolean compacted,
        long largestRecord,
        Map<String, String> settings) {

    public TopicSpec {
        settings = Map.copyOf(settings);
    }

    NewTopic asNew() {
        return new NewTopic(name, partitions, replicationFactor).configs(settings);
    }
}
