package dev.andon.topology.provisioning;

import java.util.Map;

/**
 * A topic as it is.
 *
 * @param settings every setting that the cluster applies to it
 */
public record TopicState(String name, int partitions, int replicationFactor, Map<String, String> settings) {

    public TopicState {
        settings = Map.copyOf(settings);
    }
}
