package dev.andon.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;

/** The default configuration, with nothing changed but addresses and places. */
final class DemoConfig {

    private DemoConfig() {}

    static AndonConfig of(Path directory, DemoCluster cluster) {
        List<String> settings = List.of(
                "kafka.bootstrap.servers=" + cluster.broker().bootstrapServers(),
                "topics.replicationFactor=1",
                "registry.urls=" + cluster.registry().url(),
                "registry.autoRegister=true",
                "vlm.baseUrl=" + cluster.vlm().baseUrl(),
                "application.stateDir=" + directory.resolve("state"),
                "images.store=" + directory.resolve("images"));
        return ConfigLoader.load(null, Map.of(), settings).orElse(problems -> {
            throw new IllegalStateException("the demo's own configuration is wrong: " + problems);
        });
    }
}
