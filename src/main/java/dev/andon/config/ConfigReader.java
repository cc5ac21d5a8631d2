package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import static dev.andon.config.Formats.DECIMAL;
import static dev.andon.config.Formats.DURATION;
import static dev.andon.config.Formats.FLAG;
import static dev.andon.config.Formats.HOST;
import static dev.andon.config.Formats.HTTP;
import static dev.andon.config.Formats.INTEGER;
import static dev.andon.config.Formats.LANGUAGE;
import static dev.andon.config.Formats.LONG;
import static dev.andon.config.Formats.PATH;
import static dev.andon.config.Formats.SIZE;
import static dev.andon.config.Formats.TEXT;
import static dev.andon.config.Formats.WORD;
import static dev.andon.config.Formats.oneOf;

/** Makes the records, with every default and the bounds of every single value. One thread. */
final class ConfigReader {

    private static final Format<Duration> PAUSE = DURATION.with("above 0", d -> d.isPositive());
    private static final Format<DataSize> BYTES = SIZE.with("above 0", size -> size.bytes() > 0);
    private static final Format<String> NAME = TEXT.with("of letters, digits, dots, hyphens and underscores",
            text -> text.matches("[A-Za-z0-9._-]{1,200}"));
    private static final Format<String> PREFIX = TEXT.with("of letters, digits, dots, hyphens and underscores, or none",
            text -> text.matches("[A-Za-z0-9._-]{0,200}"));
    private static final Format<String> PROTOCOL = new Format<>("classic or streams",
            text -> java.util.Optional.of(text).filter(List.of("classic", "streams")::contains));

    private static final Format<Double> SHARE = DECIMAL.with("above 0, up to 1", value -> value > 0 && value <= 1);
    private static final Format<Double> WEIGHT = DECIMAL.with("from 0.001 to 1000",
            weight -> weight >= 0.001 && weight <= 1000);

    private final Layers layers;
    private final Problems problems;

    ConfigReader(Layers layers, Problems problems) {
        this.layers = layers;
        this.problems = problems;
    }

    AndonConfig read() {
        return new AndonConfig(kafka(), application(section("application")), topics(section("topics")),
                registry(section("registry")), vlm(section("vlm")), embedding(section("embedding")),
                images(section("images")), inspect(section("inspect")), review(section("review")),
                shadow(section("shadow")), ingest(section("ingest")), server(section("server")));
    }

    private Map<String, String> kafka() {
        Map<String, String> kafka = new TreeMap<>(Map.of("bootstrap.servers", "127.0.0.1:9092"));
        kafka.putAll(open("kafka"));
        return kafka;
    }

    private static ApplicationConfig application(Section s) {
        return new ApplicationConfig(s.get("id", "andon", NAME), s.get("stateDir", Path.of("data/state"), PATH),
                s.get("threads", 2, between(1, 1024)), s.get("groupProtocol", "classic", PROTOCOL),
                s.get("standbyReplicas", 0, between(0, 10)));
    }

    private static TopicsConfig topics(Section s) {
        return new TopicsConfig(s.get("prefix", "", PREFIX), s.get("partitions", 8, between(1, 10_000)),
                s.get("replicationFactor", (short) 3, between(1, 100).as(Integer::shortValue)));
    }

    private RegistryConfig registry(Section s) {
        return new RegistryConfig(s.list("urls", List.of(URI.create("http://127.0.0.1:8081")), HTTP),
                s.get("autoRegister", false, FLAG), s.get("timeout", Duration.ofSeconds(5), PAUSE),
                open("registry.properties"));
    }

    private VlmConfig vlm(Section s) {
        return new VlmConfig(s.get("baseUrl", CalledServers.USUAL, HTTP), s.list("endpoints", List.of(), HTTP),
                secret(s, "apiKey"),
                s.find("apiKeyFile", PATH).orElse(null),
                s.get("structuredOutput", VlmConfig.StructuredOutput.JSON_SCHEMA,
                        oneOf(VlmConfig.StructuredOutput.class)),
                s.get("choicesPerRequest", 1, between(1, 128)), s.get("maxConcurrentCalls", 32, between(1, 10_000)),
                s.get("adaptiveConcurrency", true, FLAG), concurrency(section("vlm.concurrency")),
                lineWeights(),
                s.get("connectTimeout", Duration.ofSeconds(5), PAUSE),
                s.get("callTimeout", Duration.ofSeconds(30), PAUSE),
                retry(section("vlm.retry"), new Retry(5, Duration.ofMillis(200), Duration.ofSeconds(5))),
                breaker(section("vlm.breaker"), new Breaker(0.5, 20, Duration.ofSeconds(10))));
    }

    private static @Nullable Secret secret(Section s, String name) {
        return s.find(name, TEXT).filter(text -> !text.isBlank()).map(Secret::new).orElse(null);
    }

    private static VlmConfig.Concurrency concurrency(Section s) {
        return new VlmConfig.Concurrency(s.get("min", 1, between(1, 10_000)));
    }

    private static Retry retry(Section s, Retry usual) {
        return new Retry(s.get("attempts", usual.attempts(), between(1, 100)), s.get("base", usual.base(), PAUSE),
                s.get("max", usual.max(), PAUSE));
    }

    private Map<String, Double> lineWeights() {
        Section s = section("vlm.lineWeights");
        Map<String, Double> weights = new TreeMap<>();
        layers.below("vlm.lineWeights").keySet()
                .forEach(line -> s.find(line, WEIGHT).ifPresent(weight -> weights.put(line, weight)));
        return weights;
    }

    private static Breaker breaker(Section s, Breaker usual) {
        return new Breaker(s.get("failureShare", usual.failureShare(), SHARE),
                s.get("window", usual.window(), between(1, 100_000)), s.get("openFor", usual.openFor(), PAUSE));
    }

    private EmbeddingConfig embedding(Section s) {
        return new EmbeddingConfig(
                s.get("kind", EmbeddingConfig.Kind.IN_PROCESS, oneOf(EmbeddingConfig.Kind.class)),
                s.get("cacheCaptions", 10_000, between(0, 10_000_000)), s.get("baseUrl", CalledServers.USUAL, HTTP),
                s.list("endpoints", List.of(), HTTP), secret(s, "apiKey"), s.find("apiKeyFile", PATH).orElse(null),
                s.get("model", "", WORD), s.list("languages", List.of("en"), LANGUAGE),
                s.get("maxConcurrentCalls", 16, between(1, 10_000)),
                s.get("connectTimeout", Duration.ofSeconds(2), PAUSE),
                s.get("callTimeout", Duration.ofSeconds(5), PAUSE),
                retry(section("embedding.retry"), new Retry(3, Duration.ofMillis(100), Duration.ofSeconds(2))),
                breaker(section("embedding.breaker"), new Breaker(0.5, 10, Duration.ofSeconds(10))));
    }

    private ImagesConfig images(Section s) {
        return new ImagesConfig(s.get("store", new ImagePlace.Directory(Path.of("data/images")), ImagePlace.FORMAT),
                s.list("allowedRoots", List.of(), PATH),
                s.list("allowedHosts", List.of(), HOST), s.list("allowedPrivateHosts", List.of(), HOST),
                s.get("fetchTimeout", Duration.ofSeconds(10), PAUSE),
                s.get("maxBytes", new DataSize(20 << 20), BYTES.with("and below 2GB",
                        size -> size.bytes() <= Integer.MAX_VALUE - 16)),
                s.get("maxPixels", 50_000_000L, LONG.with("above 0", pixels -> pixels > 0)),
                s.get("inlineLimit", new DataSize(256 << 10), SIZE), s3(section("images.s3")),
                retention(section("images.retention")));
    }

    private static S3Config s3(Section s) {
        S3Config usual = S3Config.USUAL;
        return new S3Config(s.find("endpoint", HTTP).orElse(null), s.get("region", usual.region(), NAME),
                secret(s, "accessKey"), s.find("accessKeyFile", PATH).orElse(null), secret(s, "secretKey"),
                s.find("secretKeyFile", PATH).orElse(null), s.get("pathStyle", usual.pathStyle(), FLAG),
                s.get("connectTimeout", usual.connectTimeout(), PAUSE),
                s.get("callTimeout", usual.callTimeout(), PAUSE));
    }

    private static RetentionConfig retention(Section s) {
        RetentionConfig usual = RetentionConfig.USUAL;
        Format<Duration> period = DURATION.with("from 2d to 36500d", time -> time.compareTo(RetentionConfig.LEAST) >= 0
                && time.compareTo(RetentionConfig.MOST) <= 0);
        return new RetentionConfig(s.get("held", usual.held(), period), s.get("notOk", usual.notOk(), period),
                s.get("accepted", usual.accepted(), period), s.get("unreferenced", usual.unreferenced(), period),
                s.get("acceptedShare", usual.acceptedShare(),
                        DECIMAL.with("from 0 to 1", share -> share >= 0 && share <= 1)));
    }

    private InspectConfig inspect(Section s) {
        return new InspectConfig(s.get("framesInFlight", 0, between(0, 1_000_000)),
                s.get("bytesInFlight", new DataSize(256 << 20), BYTES),
                s.get("onOutage", InspectConfig.OnOutage.REVIEW, oneOf(InspectConfig.OnOutage.class)),
                s.get("maxParked", 10_000, between(1, 1_000_000)),
                s.get("seenFramesPerLine", 10_000, between(0, 10_000_000)), s.get("lotSalt", "andon", TEXT),
                s.get("attempts", 3, between(2, 100)), hedge(section("inspect.hedge")));
    }

    private static InspectConfig.Hedge hedge(Section s) {
        return new InspectConfig.Hedge(
                s.get("lateness", 1.5, DECIMAL.with("above 1", times -> times > 1)),
                s.get("maxShare", 0.05, DECIMAL.with("from 0 to 1", share -> share >= 0 && share <= 1)));
    }

    private static ReviewConfig review(Section s) {
        return new ReviewConfig(s.get("threads", 1, between(1, 1024)), s.get("remember", Duration.ofDays(7), PAUSE),
                s.get("patience", Duration.ofMinutes(10), PAUSE));
    }

    private static ShadowConfig shadow(Section s) {
        return new ShadowConfig(s.get("share", 0.1, SHARE));
    }

    private static IngestConfig ingest(Section s) {
        return new IngestConfig(s.get("cameras", Path.of("config/cameras.yaml"), PATH),
                s.get("ffmpeg", "ffmpeg", WORD));
    }

    private static ServerConfig server(Section s) {
        Format<String> host = TEXT.only("a host name or an address such as 127.0.0.1 or 0.0.0.0",
                text -> text.matches("[A-Za-z0-9._:-]{1,255}"));
        return new ServerConfig(s.get("host", "127.0.0.1", host), s.get("port", 0, between(0, 65_535)));
    }

    private static Format<Integer> between(int least, int most) {
        return INTEGER.with("from " + least + " to " + most, value -> value >= least && value <= most);
    }

    private Section section(String path) {
        return new Section(path, null, name -> layers.at(path + "." + name), problems);
    }

    private Map<String, String> open(String key) {
        return layers.below(key).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> joined(entry.getValue())));
    }

    private static String joined(Node node) {
        return node instanceof Node.Listing listing
                ? listing.items().stream().map(Node::text).collect(Collectors.joining(","))
                : node.text();
    }
}
