package dev.andon.demo.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The server properties of a broker that is its own controller, on the loopback interface, small and quick. */
final class BrokerSettings {

    /** Who votes for the leading controller, where there are several. */
    static final String VOTERS = "controller.quorum.voters";

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "8"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "8"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
            // A broker that was killed may register again when its old session is over.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"));

    private BrokerSettings() {}

    /**
     * The properties.
     *
     * @param overrides win over everything else
     */
    static Properties of(Path data, int port, int controllerPort, Map<String, String> overrides) {
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        Properties settings = new Properties();
        settings.putAll(FIXED);
        settings.setProperty("listeners", broker + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", broker);
        if (!overrides.containsKey(VOTERS)) {
            settings.setProperty("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        }
        settings.setProperty("log.dirs", data.toAbsolutePath().toString());
        settings.putAll(overrides);
        return settings;
    }
}
