package dev.andon.bench.work;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;

/**
 * What a contender is to do.
 *
 * @param id               of groups, transactions and applications; used once
 * @param bootstrapServers of the broker
 * @param registry         address of the schema registry
 * @param vlm              address of the model, up to and with {@code /v1}
 * @param prefix           of the names of the topics
 * @param output           topic that receives one record per frame
 * @param samples          N
 * @param calls            under way at once, at most
 * @param partitions       of every topic
 * @param imageBytes       of every image
 * @param commitMillis     between commits or checkpoints, where the contender has such a setting
 * @param embedding        {@code embedding.kind}
 * @param directory        for state and logs
 */
public record Job(String id, String bootstrapServers, String registry, String vlm, String prefix, String output,
        int samples, int calls, int partitions, int imageBytes, int commitMillis, String embedding, Path directory) {

    /** The topic with the frames. */
    public String frames() {
        return prefix + "frames";
    }

    /** The file with an example of what the program writes about a frame, for those who write the same of every frame. */
    public Path specimen() {
        return directory.resolve("specimen");
    }

    /** The same with sentence vectors made in the process. */
    public Job withEmbedding() {
        return new Job(id, bootstrapServers, registry, vlm, prefix, output, samples, calls, partitions, imageBytes,
                commitMillis, "in-process", directory);
    }

    /** Changes to the shipped configuration: addresses, names and sizes. */
    public List<String> settings() {
        return List.of("kafka.bootstrap.servers=" + bootstrapServers, "registry.urls=" + registry,
                "vlm.baseUrl=" + vlm, "vlm.maxConcurrentCalls=" + calls, "topics.prefix=" + prefix,
                "topics.partitions=" + partitions, "topics.replicationFactor=1", "application.id=" + id,
                "application.stateDir=" + directory.resolve("state"),
                "images.store=" + directory.resolve("images"), "embedding.kind=" + embedding);
    }

    /** The configuration with these changes. */
    public AndonConfig config() {
        return ConfigLoader.load(null, Map.of(), settings()).orElse(problems -> {
            throw new IllegalStateException("the settings are wrong: " + problems);
        });
    }

    /** Writes it for {@link #read}. */
    public Path write() throws IOException {
        Properties all = new Properties();
        all.putAll(Map.of("id", id, "bootstrapServers", bootstrapServers, "registry", registry, "vlm", vlm, "prefix",
                prefix, "output", output, "directory", directory.toString()));
        all.putAll(Map.of("samples", Integer.toString(samples), "calls", Integer.toString(calls), "partitions",
                Integer.toString(partitions), "imageBytes", Integer.toString(imageBytes), "commitMillis",
                Integer.toString(commitMillis), "embedding", embedding));
        Path file = Files.createDirectories(directory).resolve("job.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        }
        return file;
    }

    /** The job of a process that was started for it. */
    public static Job read(String file) throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            all.load(reader);
        }
        return new Job(text(all, "id"), text(all, "bootstrapServers"), text(all, "registry"), text(all, "vlm"),
                text(all, "prefix"), text(all, "output"), number(all, "samples"), number(all, "calls"),
                number(all, "partitions"), number(all, "imageBytes"), number(all, "commitMillis"),
                text(all, "embedding"), Path.of(text(all, "directory")));
    }

    private static String text(Properties all, String name) {
        return all.getProperty(name, "");
    }

    private static int number(Properties all, String name) {
        return Integer.parseInt(text(all, name));
    }
}
