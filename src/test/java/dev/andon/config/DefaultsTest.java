package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pins every key and every default, and that the documented file says the same. */
class DefaultsTest {

    private static final AndonConfig DEFAULTS = new AndonConfig(Map.of("bootstrap.servers", "127.0.0.1:9092"),
            new ApplicationConfig("andon", Path.of("data/state"), 2, "classic", 0),
            new TopicsConfig("", 8, (short) 3),
            new RegistryConfig(List.of(URI.create("http://127.0.0.1:8081")), false, Duration.ofSeconds(5), Map.of()),
            new VlmConfig(URI.create("http://127.0.0.1:8000/v1"), List.of(), null, null,
                    VlmConfig.StructuredOutput.JSON_SCHEMA,
                    1, 32, true, new VlmConfig.Concurrency(1), Map.of(), Duration.ofSeconds(5), Duration.ofSeconds(30),
                    new Retry(5, Duration.ofMillis(200), Duration.ofSeconds(5)),
                    new Breaker(0.5, 20, Duration.ofSeconds(10))),
            new EmbeddingConfig(EmbeddingConfig.Kind.IN_PROCESS, 10_000, URI.create("http://127.0.0.1:8000/v1"),
                    List.of(), null, null, "", List.of("en"), 16, Duration.ofSeconds(2), Duration.ofSeconds(5),
                    new Retry(3, Duration.ofMillis(100), Duration.ofSeconds(2)),
                    new Breaker(0.5, 10, Duration.ofSeconds(10))),
            new ImagesConfig(new ImagePlace.Directory(Path.of("data/images")), List.of(), List.of(), List.of(),
                    Duration.ofSeconds(10), new DataSize(20_971_520), 50_000_000, new DataSize(262_144),
                    new S3Config(null, "us-east-1", null, null, null, null, true, Duration.ofSeconds(2),
                            Duration.ofSeconds(10)),
                    new RetentionConfig(Duration.ofDays(90), Duration.ofDays(180), Duration.ofDays(7),
                            Duration.ofDays(14), 0.01)),
            new InspectConfig(0, new DataSize(268_435_456), InspectConfig.OnOutage.REVIEW, 10_000, 10_000, "andon", 3,
                    new InspectConfig.Hedge(1.5, 0.05)),
            new ReviewConfig(1, Duration.ofDays(7), Duration.ofMinutes(10)),
            new ShadowConfig(0.1),
            new IngestConfig(Path.of("config/cameras.yaml"), "ffmpeg"),
            new ServerConfig("127.0.0.1", 0));

    @Test
    void everyDefaultIsAsDocumented() {
        assertThat(ConfigLoader.load(null, Map.of(), List.of())).isEqualTo(new Outcome.Valid<>(DEFAULTS));
    }

    @Test
    void everyKeyIsAsDocumented() {
        assertThat(Keys.OPEN).containsExactlyInAnyOrder("kafka", "registry.properties", "vlm.lineWeights");
        assertThat(Keys.ALL).containsExactlyInAnyOrder("application.id", "application.stateDir", "application.threads",
                "application.groupProtocol", "application.standbyReplicas", "topics.prefix", "topics.partitions",
                "topics.replicationFactor",
                "registry.urls", "registry.autoRegister", "registry.timeout", "vlm.baseUrl", "vlm.endpoints",
                "vlm.apiKey",
                "vlm.apiKeyFile", "vlm.structuredOutput", "vlm.choicesPerRequest", "vlm.maxConcurrentCalls",
                "vlm.adaptiveConcurrency", "vlm.concurrency.min",
                "vlm.connectTimeout", "vlm.callTimeout", "vlm.retry.attempts", "vlm.retry.base", "vlm.retry.max",
                "vlm.breaker.failureShare", "vlm.breaker.window", "vlm.breaker.openFor", "embedding.kind",
                "embedding.cacheCaptions", "embedding.baseUrl", "embedding.endpoints", "embedding.apiKey",
                "embedding.apiKeyFile", "embedding.model", "embedding.languages", "embedding.maxConcurrentCalls",
                "embedding.connectTimeout", "embedding.callTimeout", "embedding.retry.attempts",
                "embedding.retry.base", "embedding.retry.max", "embedding.breaker.failureShare",
                "embedding.breaker.window", "embedding.breaker.openFor",
                "images.store", "images.allowedRoots", "images.allowedHosts",
                "images.allowedPrivateHosts", "images.fetchTimeout", "images.maxBytes", "images.maxPixels",
                "images.inlineLimit", "images.s3.endpoint", "images.s3.region", "images.s3.accessKey",
                "images.s3.accessKeyFile", "images.s3.secretKey", "images.s3.secretKeyFile", "images.s3.pathStyle",
                "images.s3.connectTimeout", "images.s3.callTimeout", "images.retention.held", "images.retention.notOk",
                "images.retention.accepted", "images.retention.unreferenced",
                "images.retention.acceptedShare",
                "inspect.framesInFlight", "inspect.bytesInFlight", "inspect.onOutage", "inspect.maxParked",
                "inspect.seenFramesPerLine", "inspect.lotSalt", "inspect.attempts", "inspect.hedge.lateness",
                "inspect.hedge.maxShare", "review.threads", "review.remember", "review.patience", "shadow.share",
                "ingest.cameras",
                "ingest.ffmpeg",
                "server.host",
                "server.port");
    }

    @Test
    void theDocumentedFileSaysTheDefaults() {
        Path file = Path.of("config/andon.yaml");

        assertThat(ConfigLoader.load(file, Map.of(), List.of())).isEqualTo(new Outcome.Valid<>(DEFAULTS));
    }

    @Test
    void theDocumentedFileHasEveryKey() throws Exception {
        Path file = Path.of("config/andon.yaml");
        List<String> lines = java.nio.file.Files.readAllLines(file);

        assertThat(Keys.ALL).allSatisfy(key -> assertThat(pathsIn(lines)).contains(key));
        assertThat(Keys.OPEN).allSatisfy(key -> assertThat(pathsIn(lines)).contains(key));
    }

    /** The dotted paths of a file that is indented by two. */
    private static List<String> pathsIn(List<String> lines) {
        List<String> paths = new java.util.ArrayList<>();
        String[] path = new String[5];
        for (String line : lines) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                int depth = line.indexOf(text) / 2;
                path[depth] = text.substring(0, text.indexOf(':'));
                paths.add(String.join(".", java.util.Arrays.asList(path).subList(0, depth + 1)));
            }
        }
        return paths;
    }
}
