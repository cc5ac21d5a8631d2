package dev.andon.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.andon.core.frame.LineId;
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
        servers("vlm", config.vlm());
        servers("embedding", config.embedding());
        embedding(config.embedding());
        lineWeights();
        bounds(config);
        directory("application.stateDir", config.application().stateDir());
        images(config.images());
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

    private void servers(String section, CalledServers servers) {
        secret(section + ".apiKey", servers.apiKey(), servers.apiKeyFile());
        endpoints(section, servers);
        if (servers.retry().base().compareTo(servers.retry().max()) > 0) {
            String max = section + ".retry.max";
            String base = section + ".retry.base";
            refuseEither(max, base, max + " has to be at least " + base);
        }
    }

    /** A secret comes from the environment, or from the file that the key with File at its end names. */
    private void secret(String key, @Nullable Secret given, @Nullable Path fromFile) {
        String file = key + "File";
        Node written = layers.at(key);
        if (written != null && !written.where().startsWith("environment ")) {
            problems.add(key, written, "do not write keys down here: set the environment variable "
                    + Keys.variable(key) + ", or name a file with " + file);
        }
        if (given != null && fromFile != null) {
            refuse(file, "is given as well as " + key + ": keep one of them");
        }
        if (fromFile != null && !Files.isReadable(fromFile)) {
            refuse(file, "is no readable file: name one that holds the key alone");
        }
    }

    /** The documented file has every key, so that the usual address is no second one. */
    private void endpoints(String section, CalledServers servers) {
        List<URI> endpoints = servers.endpoints();
        if (endpoints.isEmpty()) {
            return;
        }
        String key = section + ".endpoints";
        URI single = servers.baseUrl();
        if (!single.equals(CalledServers.USUAL) && !endpoints.equals(List.of(single))) {
            refuse(key, "is given as well as " + section + ".baseUrl: put all servers here and remove " + section
                    + ".baseUrl");
        }
        if (endpoints.stream().distinct().count() < endpoints.size()) {
            refuse(key, "name each server once; " + section + ".maxConcurrentCalls says how many calls it gets");
        }
    }

    private void embedding(EmbeddingConfig embedding) {
        if (embedding.kind() != EmbeddingConfig.Kind.ENDPOINT) {
            return;
        }
        if (embedding.model().isEmpty()) {
            missing("embedding.model", "embedding.kind", "name the model as its server lists it");
        }
        if (embedding.languages().isEmpty()) {
            refuse("embedding.languages", "name at least one language that the model knows, for instance en");
        }
    }

    private void lineWeights() {
        layers.below("vlm.lineWeights").forEach((line, node) -> {
            if (node.where().startsWith("environment ")) {
                refuse("vlm.lineWeights." + line,
                        "names of variables spell no line ids: write it in a file, or as --set"
                                + " vlm.lineWeights.LINE=WEIGHT");
            } else if (line.isBlank() || line.length() > LineId.MAX_LENGTH) {
                refuse("vlm.lineWeights." + line,
                        "is no line id: those have 1 to " + LineId.MAX_LENGTH + " characters");
            }
        });
    }

    private void bounds(AndonConfig config) {
        if (config.vlm().minConcurrentCalls() > config.vlm().maxConcurrentCalls()) {
            refuseEither("vlm.concurrency.min", "vlm.maxConcurrentCalls",
                    "vlm.concurrency.min has to be at most vlm.maxConcurrentCalls, "
                            + config.vlm().maxConcurrentCalls());
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

    private void images(ImagesConfig images) {
        if (images.store() instanceof ImagePlace.Directory(Path path)) {
            directory("images.store", path);
        }
        s3(images.s3());
        roots(images);
    }

    private void s3(S3Config s3) {
        secret("images.s3.accessKey", s3.accessKey(), s3.accessKeyFile());
        secret("images.s3.secretKey", s3.secretKey(), s3.secretKeyFile());
        boolean access = s3.accessKey() != null || s3.accessKeyFile() != null;
        boolean secret = s3.secretKey() != null || s3.secretKeyFile() != null;
        if (access != secret) {
            String given = access ? "images.s3.accessKey" : "images.s3.secretKey";
            missing(access ? "images.s3.secretKey" : "images.s3.accessKey",
                    layers.at(given) == null ? given + "File" : given,
                    "give both keys, or none for those that the SDK finds by itself");
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

    /**
     * A key that has to be there because another one says so; the place is that of the other one.
     *
     * @param demanding key, which was given
     */
    private void missing(String key, String demanding, String fix) {
        if (!problems.concern(key) && !problems.concern(demanding)) {
            problems.add(key, "", "is missing: " + fix, where(demanding));
        }
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
