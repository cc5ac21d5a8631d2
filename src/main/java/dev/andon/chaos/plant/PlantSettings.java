package dev.andon.chaos.plant;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be broken.
 *
 * @param directory     for everything that the processes keep
 * @param program       main class of {@code andon}
 * @param brokers       1, or at least 3
 * @param processors    that there can be at most
 * @param partitions    of every topic
 * @param groupProtocol of the processors: {@code classic} or {@code streams}
 * @param seed          of the simulated model
 */
public record PlantSettings(Path directory, Class<?> program, int brokers, int processors, int partitions,
        String groupProtocol, long seed) {

    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 1_000;

    /** What the processors say to the brokers with the classic protocol, the brokers have to know with the other one. */
    Map<String, String> brokerProperties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("group.streams.min.session.timeout.ms", Integer.toString(SESSION_MILLIS));
        properties.put("group.streams.session.timeout.ms", Integer.toString(SESSION_MILLIS));
        properties.put("group.streams.min.heartbeat.interval.ms", Integer.toString(HEARTBEAT_MILLIS));
        properties.put("group.streams.heartbeat.interval.ms", Integer.toString(HEARTBEAT_MILLIS));
        properties.put("group.streams.num.standby.replicas", "1");
        return properties;
    }
}
