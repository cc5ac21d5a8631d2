package dev.andon.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigLoaderTest {

    @TempDir
    Path directory;

    @Test
    void anchorsThatMultiplyDoNotFillTheMemory() throws IOException {
        StringBuilder lines = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i < 16; i++) {
            lines.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        Outcome<AndonConfig> outcome = ConfigLoader.load(write(lines.toString()), Map.of(), List.of());

        assertThat(outcome).asString().contains("without anchors");
    }

    @Test
    void aKeyOfManyDotsTakesMemoryByItsLengthAndNotItsSquare() throws IOException {
        String key = "images." + "m.".repeat(20_000);
        Path file = write("? " + key + "\n: 1\n");

        long allocated = Allocation.of(() -> {
            assertThat(ConfigLoader.load(null, Map.of(), List.of(key + "=1"))).asString().contains("write --set");
            assertThat(ConfigLoader.load(file, Map.of(), List.of())).asString().contains("write a shorter key");
        });

        assertThat(allocated).isLessThan(32 << 20);
    }

    @Test
    void aLongNameAboveManyValuesIsNotRepeatedForEach() throws IOException {
        Path file = write("? " + "m".repeat(200_000) + "\n: [" + "x, ".repeat(2_000) + "x]\n");

        long allocated = Allocation
                .of(() -> assertThat(ConfigLoader.load(file, Map.of(), List.of())).asString().contains("shorter key"));

        assertThat(allocated).isLessThan(200 << 20);
    }

    @Test
    void anAnchorThatIsNamedOftenIsShownOnce() throws IOException {
        Path file = write("vlm:\n  model: &a " + "m".repeat(100_000) + "\n  baseUrl: [" + "*a , ".repeat(2_000)
                + "x]\n");

        long allocated = Allocation.of(() -> assertThat(ConfigLoader.load(file, Map.of(), List.of())).asString()
                .contains("vlm.baseUrl").hasSizeLessThan(5_000));

        assertThat(allocated).isLessThan(200 << 20);
    }

    @Test
    void aPasswordIsMaskedWhereAMessageCutsItsAddress() {
        String address = "p".repeat(380) + "http://user:verysecretindeedandlong@host";

        assertThat(Masking.shown("vlm.baseUrl", address)).endsWith("http://***…").doesNotContain("user");
    }

    @Test
    void laterSourcesWin() throws IOException {
        Path file = write("""
            vlm:
              baseUrl: http://file:1/v1
              callTimeout: 1s
              maxConcurrentCalls: 1
            """);
        Map<String, String> environment = Map.of("ANDON_VLM_CALL_TIMEOUT", "2s", "ANDON_VLM_MAX_CONCURRENT_CALLS", "2");
        List<String> options = List.of("vlm.maxConcurrentCalls=3");

        VlmConfig vlm = valid(ConfigLoader.load(file, environment, options)).vlm();

        assertThat(vlm.baseUrl()).isEqualTo(URI.create("http://file:1/v1"));
        assertThat(vlm.callTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(vlm.maxConcurrentCalls()).isEqualTo(3);
    }

    @Test
    void serversOfImagesAreNamesOrAddressesPerhapsWithAPort() throws IOException {
        List<String> servers = List.of("cameras.example.org", "nas_2:8080", "10.1.2.3:80", "[fd00::1]", "[::1]:8080");
        Path file = write("images: {allowedHosts: [\"" + String.join("\", \"", servers) + "\"]}\n");

        assertThat(valid(ConfigLoader.load(file, Map.of(), List.of("images.allowedPrivateHosts=a,b:1"))).images())
                .extracting(ImagesConfig::allowedHosts, ImagesConfig::allowedPrivateHosts)
                .containsExactly(servers, List.of("a", "b:1"));
    }

    @Test
    void kafkaSettingsPassThroughHoweverTheyAreWritten() throws IOException {
        Path file = write("""
            kafka:
              bootstrap.servers: [a:1, b:2]
              sasl:
                mechanism: PLAIN
              producer:
                linger.ms: 7
            """);

        Map<String, String> kafka = valid(ConfigLoader.load(file, Map.of("ANDON_KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                List.of("kafka.client.rack=r1"))).kafka();

        assertThat(kafka).containsOnly(Map.entry("bootstrap.servers", "a:1,b:2"), Map.entry("sasl.mechanism", "PLAIN"),
                Map.entry("producer.linger.ms", "7"), Map.entry("security.protocol", "SASL_SSL"),
                Map.entry("client.rack", "r1"));
    }

    @Test
    void tenMistakesMakeTenProblemsWithTheirLines() throws IOException {
        Path file = write("""
            kafka:
              bootstrap.servers: localhost
            aplication:
              id: x
            application:
              threads: many
            topics:
              partitions: 0
            registry:
              urls: [localhost:8081]
            vlm:
              baseURL: http://127.0.0.1:8000/v1
              callTimeout: 30
              apiKey: sk-very-secret
              breaker: {failureShare: 1.5}
            images:
              maxBytes: 20 megabytes
            """);

        List<Problem> problems = invalid(ConfigLoader.load(file, Map.of(), List.of()));

        assertThat(problems).extracting(Problem::key).containsExactlyInAnyOrder("kafka.bootstrap.servers",
                "aplication.id", "application.threads", "topics.partitions", "registry.urls", "vlm.baseURL",
                "vlm.callTimeout", "vlm.apiKey", "vlm.breaker.failureShare", "images.maxBytes");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.where()).matches(".*andon.yaml:\\d+"));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
        assertThat(problems.toString()).contains("did you mean application.id?", "did you mean vlm.baseUrl?")
                .doesNotContain("very-secret");
    }

    @Test
    void aSecretOfTheEnvironmentIsTakenAndNotShown() {
        AndonConfig config = valid(ConfigLoader.load(null, Map.of("ANDON_VLM_API_KEY", "sk-1"), List.of()));

        assertThat(config.vlm().apiKey()).isEqualTo(new Secret("sk-1"));
        assertThat(config.toString()).doesNotContain("sk-1");
    }

    @ParameterizedTest
    @CsvSource({
        "vlm.retry.base=9s,                              vlm.retry.base",
        "images.inlineLimit=30MB,                        images.inlineLimit",
        "inspect.bytesInFlight=1MB,                      inspect.bytesInFlight",
        "images.maxBytes=300MB,                          images.maxBytes",
        "registry.urls=,                                 registry.urls",
        "vlm.baseUrl=http://127.0.0.1:99999/v1,          vlm.baseUrl",
        "vlm.baseUrl=ftp://127.0.0.1/v1,                 vlm.baseUrl",
        "vlm.endpoints=gpu-1:8000,                       vlm.endpoints",
        "vlm.concurrency.min=0,                          vlm.concurrency.min",
        "vlm.concurrency.min=33,                         vlm.concurrency.min",
        "vlm.adaptiveConcurrency=perhaps,                vlm.adaptiveConcurrency",
        "vlm.lineWeights.press-1=0,                      vlm.lineWeights.press-1",
        "vlm.lineWeights.press-1=-1,                     vlm.lineWeights.press-1",
        "vlm.lineWeights.press-1=heavy,                  vlm.lineWeights.press-1",
        "vlm.lineWeights=3,                              vlm.lineWeights",
        "'vlm.endpoints=http://a/v1,http://a/v1',        vlm.endpoints",
        "vlm.apiKeyFile=/does/not/exist,                 vlm.apiKeyFile",
        "images.allowedRoots=/does/not/exist,            images.allowedRoots",
        "images.allowedHosts=http://cameras/,            images.allowedHosts",
        "images.allowedHosts=cameras:70000,              images.allowedHosts",
        "images.allowedHosts=*.example.org,              images.allowedHosts",
        "images.allowedPrivateHosts=10.0.0.0/8,          images.allowedPrivateHosts",
        "images.allowedPrivateHosts=user@cameras,        images.allowedPrivateHosts",
        "images.fetchTimeout=0s,                         images.fetchTimeout",
        "images.store=/dev/null/images,                  images.store",
        "images.store=s3://x,                            images.store",
        "images.store=s3://bucket/a//b,                  images.store",
        "images.store=s3://bucket/../b,                  images.store",
        "images.store=S3://bucket,                       images.store",
        "images.store=http://bucket/a,                   images.store",
        "images.s3.endpoint=minio:9000,                  images.s3.endpoint",
        "images.s3.accessKeyFile=config/andon.yaml,      images.s3.secretKey",
        "images.s3.secretKeyFile=config/andon.yaml,      images.s3.accessKey",
        "images.retention.held=47h,                      images.retention.held",
        "images.retention.notOk=for ever,                images.retention.notOk",
        "images.retention.accepted=36501d,               images.retention.accepted",
        "application.stateDir=/dev/null/state,           application.stateDir",
        "application.id=a/b,                             application.id",
        "application.groupProtocol=consumer,             application.groupProtocol",
        "kafka.isolation.level=read_uncommitted,         kafka.isolation.level",
        "kafka.producer.acks=1,                          kafka.producer.acks",
        "kafka.processing.exception.handler=Mine,        kafka.processing.exception.handler",
        "kafka.bootstrap.server=a:1,                     kafka.bootstrap.server",
        "kafka.bootstrap.servers=a:70000,                kafka.bootstrap.servers",
        "vlm=http://127.0.0.1,                           vlm",
        "embedding.kind=cloud,                           embedding.kind",
        "embedding.kind=endpoint,                        embedding.model",
        "embedding.languages=english please,             embedding.languages",
        "embedding.retry.base=9s,                        embedding.retry.base",
        "embedding.endpoints=gpu-1:8000,                 embedding.endpoints",
        "embedding.apiKeyFile=/does/not/exist,           embedding.apiKeyFile",
        "embedding.cacheCaptions=-1,                     embedding.cacheCaptions",
        "topics.replicationFactor=0,                     topics.replicationFactor",
        "server.host=http://0.0.0.0,                     server.host",
        "server.port=70000,                              server.port",
        "nonsense,                                       --set",
    })
    void refuses(String option, String key) {
        List<Problem> problems = invalid(ConfigLoader.load(null, Map.of(), List.of(option)));

        assertThat(problems).extracting(Problem::key).containsExactly(key);
    }

    @Test
    void severalServersReplaceTheUsualOneButNotAnotherThatWasNamed() {
        List<String> options = List.of("vlm.endpoints=http://a:1/v1,http://b:1/v1");
        Path documented = Path.of("config/andon.yaml");

        assertThat(valid(ConfigLoader.load(documented, Map.of(), options)).vlm().addresses())
                .containsExactly(URI.create("http://a:1/v1"), URI.create("http://b:1/v1"));
        assertThat(invalid(ConfigLoader.load(documented, Map.of("ANDON_VLM_BASE_URL", "http://c:1/v1"), options)))
                .extracting(Problem::key).containsExactly("vlm.endpoints");
    }

    @Test
    void aServerOfEmbeddingsNeedsAModelThatKnowsALanguage() {
        List<String> options = List.of("embedding.kind=endpoint", "embedding.model=m", "embedding.languages=");

        assertThat(invalid(ConfigLoader.load(null, Map.of(), options))).extracting(Problem::key)
                .containsExactly("embedding.languages");
        assertThat(valid(ConfigLoader.load(null, Map.of("ANDON_EMBEDDING_API_KEY", "sk-1"),
                List.of("embedding.kind=endpoint", "embedding.model=m", "embedding.languages=de,pt-BR"))).embedding())
                .extracting(EmbeddingConfig::model, EmbeddingConfig::languages, EmbeddingConfig::apiKey)
                .containsExactly("m", List.of("de", "pt-BR"), new Secret("sk-1"));
    }

    @ParameterizedTest
    @CsvSource({"s3://bucket, ''", "s3://bucket/, ''", "s3://b.u-c_k3t/plant/7, plant/7", "s3://bucket/plant/, plant"})
    void imagesMayBeKeptInABucket(String store, String prefix) {
        Map<String, String> keys = Map.of("ANDON_IMAGES_S3_ACCESS_KEY", "AKIA", "ANDON_IMAGES_S3_SECRET_KEY", "s-3");

        AndonConfig config = valid(ConfigLoader.load(null, keys, List.of("images.store=" + store)));

        assertThat(config.images().store()).isInstanceOfSatisfying(ImagePlace.Bucket.class,
                bucket -> assertThat(bucket.prefix()).isEqualTo(prefix));
        assertThat(config.images().s3()).extracting(S3Config::accessKey, S3Config::secretKey)
                .containsExactly(new Secret("AKIA"), new Secret("s-3"));
        assertThat(config.toString()).doesNotContain("AKIA").doesNotContain("s-3");
    }

    @Test
    void keysOfABucketAreNotWrittenDownAndNotShown() {
        List<Problem> problems = invalid(ConfigLoader.load(null, Map.of(),
                List.of("images.s3.accessKey=AKIA", "images.s3.secretKey=very-hidden")));

        assertThat(problems).extracting(Problem::key).containsExactly("images.s3.accessKey", "images.s3.secretKey");
        assertThat(problems.toString()).contains("ANDON_IMAGES_S3_ACCESS_KEY").doesNotContain("AKIA", "very-hidden");
    }

    @Test
    void linesHaveTheirWeightsOrOne() throws IOException {
        Path file = write("vlm:\n  lineWeights:\n    press-1: 3\n    hall.2/press: 0.5\n");

        VlmConfig vlm = valid(ConfigLoader.load(file, Map.of(), List.of("vlm.lineWeights.press-3=2"))).vlm();

        assertThat(vlm.lineWeights()).isEqualTo(Map.of("press-1", 3.0, "hall.2/press", 0.5, "press-3", 2.0));
        assertThat(vlm.weightOf("press-1")).isEqualTo(3);
        assertThat(vlm.weightOf("press-4")).isEqualTo(1);
    }

    @Test
    void weightsOfLinesAreNotTakenFromVariablesThatCannotSpellThem() {
        assertThat(invalid(ConfigLoader.load(null, Map.of("ANDON_VLM_LINE_WEIGHTS_PRESS_1", "3"), List.of())))
                .extracting(Problem::toString).first().asString().contains("ANDON_VLM_LINE_WEIGHTS_PRESS_1", "--set");
    }

    @Test
    void keyAndKeyFileTogetherAreRefused() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), "sk-1");

        List<Problem> problems = invalid(ConfigLoader.load(null, Map.of("ANDON_VLM_API_KEY", "sk-1"),
                List.of("vlm.apiKeyFile=" + key)));

        assertThat(problems).extracting(Problem::key).containsExactly("vlm.apiKeyFile");
    }

    @Test
    void aMisspeltVariableIsAProblemAndThoseOfOthersAreNot() {
        Map<String, String> environment = Map.of("ANDON_VLM_BASEURL", "http://x/v1", "ANDON_JAVA_OPTS", "-Xmx1g",
                "ANDON_VLM_SERVICE_HOST", "10.0.0.1", "ANDON_VLM_PORT_80_TCP", "tcp://10.0.0.1:80", "HOME", "/root");

        List<Problem> problems = invalid(ConfigLoader.load(null, environment, List.of()));

        assertThat(problems).extracting(Problem::key).containsExactly("ANDON_VLM_BASEURL");
        assertThat(problems.getFirst().fix()).contains("ANDON_VLM_BASE_URL");
    }

    @Test
    void aFileThatIsNoYamlOrNotThereIsAProblem() throws IOException {
        Path broken = write("vlm: [");

        assertThat(invalid(ConfigLoader.load(broken, Map.of(), List.of()))).hasSize(1);
        assertThat(invalid(ConfigLoader.load(directory.resolve("none"), Map.of(), List.of()))).hasSize(1);
    }

    @Test
    void aKeyThatIsGivenTwiceIsAProblem() throws IOException {
        Path file = write("topics: {prefix: a, prefix: b}");

        assertThat(invalid(ConfigLoader.load(file, Map.of(), List.of()))).extracting(Problem::key)
                .containsExactly("topics.prefix");
    }

    @Test
    void anEmptyFileOrSectionKeepsTheDefaults() throws IOException {
        assertThat(ConfigLoader.load(write("# nothing"), Map.of(), List.of()))
                .isEqualTo(ConfigLoader.load(null, Map.of(), List.of()));
        assertThat(ConfigLoader.load(write("vlm:\nkafka:\n"), Map.of(), List.of()))
                .isEqualTo(ConfigLoader.load(null, Map.of(), List.of()));
    }

    @Test
    void settingsOfKafkaStreamsAreNoMisspeltOnesOfItsClients() {
        List<String> options = StreamsConfig.configDef().names().stream()
                .filter(name -> !name.equals("bootstrap.servers") && !KafkaSettings.FIXED.containsKey(name))
                .map(name -> "kafka." + name + "=x").toList();

        assertThat(ConfigLoader.load(null, Map.of(), options)).isInstanceOf(Outcome.Valid.class);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("andon.yaml"), text);
    }

    private static AndonConfig valid(Outcome<AndonConfig> outcome) {
        return outcome.orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
    }

    private static List<Problem> invalid(Outcome<AndonConfig> outcome) {
        return ((Outcome.Invalid<AndonConfig>) outcome).problems();
    }
}
