package dev.andon.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/** The bounds that concern several values, or the world outside. One thread. */
final class ConfigChecks {

    private static final Set<String> KAFKA_NAMES = kafkaNames();
    private static final String SERVERS = "bootstrap.servers";

    private final Layers layers;
    private final Problems problems;

    ConfigChecks(Layers layers, Problems problems) {
        this.layers = layers;
        this.problems = problems;
    }

    void check(AndonConfig config) {
        kafka(config.kafka());
        apiKey(config.vlm());
        endpoints(config.vlm());
        bounds(config);
        directory("application.stateDir", config.application().stateDir());
        directory("images.store", config.images().store());
        roots(config.images());
    }

    private void kafka(Map<String, String> kafka) {
        for (String server : kafka.getOrDefault(SERVERS, "").split(",", -1)) {
            if (!isHostAndPort(server.strip())) {
                refuse("kafka." + SERVERS, "write host:port with a port from 1 to 65535, several with commas");
            }
        }
        kafka.forEach((name, value) -> {
            String setting = KafkaSettings.withoutPrefix(name);
            String fixed = KafkaSettings.FIXED.get(setting);
            if (fixed != null && !value.equals(fixed)) {
                refuse("kafka." + name, "is always " + fixed + ": remove it");
            }
            if (!KAFKA_NAMES.contains(setting)) {
                misspelt(name, setting);
            }
        });
    }

    private void misspelt(String name, String setting) {
        int edits = setting.length() < 8 ? 1 : 2;
        Nearest.within(edits, setting, KAFKA_NAMES).ifPresent(known -> refuse("kafka." + name,
                "is no setting of Kafka: did you mean " + known + "?"));
    }

    private void apiKey(VlmConfig vlm) {
        Node key = layers.at("vlm.apiKey");
        if (key != null && !key.where().startsWith("environment ")) {
            problems.add("vlm.apiKey", key, "do not write keys down here: set the environment variable"
                    + " ANDON_VLM_API_KEY, or name a file with vlm.apiKeyFile");
        }
        if (vlm.apiKey() != null && vlm.apiKeyFile() != null) {
            refuse("vlm.apiKeyFile", "is given as well as vlm.apiKey: keep one of them");
        }
        if (vlm.apiKeyFile() != null && !Files.isReadable(vlm.apiKeyFile())) {
            refuse("vlm.apiKeyFile", "is no readable file: name one that holds the key alone");
        }
    }

    /** The documented file has every key, so that the usual address is no second one. */
    private void endpoints(VlmConfig vlm) {
        List<URI> endpoints = vlm.endpoints();
        if (endpoints.isEmpty()) {
            return;
        }
        if (!vlm.baseUrl().equals(VlmConfig.USUAL) && !endpoints.equals(List.of(vlm.baseUrl()))) {
            refuse("vlm.endpoints", "is given as well as vlm.baseUrl: put all servers here and remove vlm.baseUrl");
        }
        if (endpoints.stream().distinct().count() < endpoints.size()) {
            refuse("vlm.endpoints", "name each server once; vlm.maxConcurrentCalls says how many calls it gets");
        }
    }

    private void bounds(AndonConfig config) {
        VlmConfig.Retry retry = config.vlm().retry();
        if (retry.base().compareTo(retry.max()) > 0) {
            refuseEither("vlm.retry.max", "vlm.retry.base", "vlm.retry.max has to be at least vlm.retry.base");
        }
        ImagesConfig images = config.images();
        if (images.inlineLimit().bytes() > images.maxBytes().bytes()) {
            refuseEither("images.inlineLimit", "images.maxBytes",
                    "images.inlineLimit has to be at most images.maxBytes");
        }
        if (config.inspect().bytesInFlight().bytes() < images.maxBytes().bytes()) {
            refuseEither("inspect.bytesInFlight", "images.maxBytes",
                    "inspect.bytesInFlight has to be at least images.maxBytes, or the largest image never fits");
        }
        if (config.application().standbyReplicas() > 0 && config.application().groupProtocol().equals("streams")) {
            refuse("application.standbyReplicas",
                    "is for groupProtocol classic: with streams leave it at 0 and set it at"
                            + " the brokers (kafka-configs --alter --entity-type groups --entity-name "
                            + config.application().id() + "-inspect --add-config streams.num.standby.replicas=N)");
        }
        if (config.registry().urls().isEmpty()) {
            refuse("registry.urls", "name at least one URL");
        }
    }

    private void roots(ImagesConfig images) {
        for (Path root : images.allowedRoots()) {
            if (!Files.isDirectory(root)) {
                problems.add("images.allowedRoots", root.toString(), "is no directory: create it or remove it",
                        where("images.allowedRoots"));
            }
        }
    }

    /** A directory that is made where it does not exist: nothing else may be in its way. */
    private void directory(String key, Path path) {
        Path existing = path.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            refuse(key, existing + " is no directory: name another one");
        } else if (existing != null && !Files.isWritable(existing)) {
            refuse(key, existing + " cannot be written: change its permissions or name another one");
        }
    }

    private static boolean isHostAndPort(String server) {
        int colon = server.lastIndexOf(':');
        return colon > 0 && Formats.INTEGER.read(server.substring(colon + 1)).filter(port -> port >= 1
                && port <= 65_535).isPresent();
    }

    private void refuseEither(String key, String other, String fix) {
        refuse(layers.at(key) == null ? other : key, fix);
    }

    /** One problem per key: what cannot be read is not judged further. */
    private void refuse(String key, String fix) {
        Node node = layers.at(key);
        if (!problems.concern(key)) {
            problems.add(key, node == null ? "" : node.text(), fix, where(key));
        }
    }

    private @Nullable String where(String key) {
        Node node = layers.at(key);
        return node == null ? null : node.where();
    }

    private static Set<String> kafkaNames() {
        Set<String> names = new TreeSet<>(ProducerConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        return names;
    }
}
