package dev.andon.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.HeldInspections;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestInspections;
import dev.andon.images.DirectoryImageStore;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands against a real broker and a real registry, in the order in which an operator uses them. */
@ExtendWith(SharedCluster.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {

    private static final String LINES = """
        lines:
          - line: l-1
            recipes:
              - id: a
                model: m
                prompt: 何が見えますか
                samples: 5
                labels: [{name: ok, result: OK}, {name: bad, result: NOT_OK}]
          - line: l-2
            recipes:
              - id: b
                model: m
                prompt: What do you see?
                labels: [{name: ok, result: OK}, {name: bad, result: NOT_OK}]
        """;

    @TempDir
    static Path directory;

    private static Cluster cluster;

    @BeforeAll
    static void use(Cluster shared) {
        cluster = shared;
    }

    @Test
    @Order(1)
    void checkFindsThatNothingIsThere() {
        CommandRun run = andon("topics", "check");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("t.frames: does not exist", "t.frames-value").doesNotContain("as they should");
    }

    @Test
    @Order(2)
    void aDryRunCreatesNothing() {
        assertThat(andon("topics", "create", "--dry-run").out()).contains("t.frames", "would be created");
        assertThat(andon("topics", "describe").out()).contains("does not exist");
    }

    @Test
    @Order(3)
    void createMakesTopicsAndSchemas() {
        CommandRun run = andon("topics", "create", "--register-schemas");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        CommandRun check = andon("topics", "check");
        assertThat(check.out()).contains("as they should be");
        assertThat(check.exitCode()).isZero();
        assertThat(andon("topics", "create").out()).contains("exists");
        assertThat(andon("topics", "describe").out()).contains("t.human-review", "compact");
    }

    @Test
    @Order(4)
    void policiesAreAppliedAndCounted() throws IOException {
        Path file = Files.writeString(directory.resolve("lines.yaml"), LINES);

        assertThat(apply(file, "--dry-run").out()).contains("2 policies would be written");
        assertThat(apply(file).out()).contains("l-1: version 1", "2 policies written");
        assertThat(apply(file).out()).contains("l-1: unchanged at version 1", "0 policies written");

        Files.writeString(file, LINES.replace("samples: 5", "samples: 7"));
        assertThat(apply(file).out()).contains("l-1: version 1 → 2", "recipe a: samples changed, revision 1 → 2",
                "l-2: unchanged");
    }

    @Test
    @Order(5)
    void policiesAreShownAndSet() {
        assertThat(andon("policy", "list").out()).contains("l-1", "a (revision 2)", "l-2");
        assertThat(andon("policy", "get", "l-1").out()).contains("# version 2 by J. Doe", "prompt: 何が見えますか",
                "samples: 7");

        CommandRun set = andon("policy", "set", "l-1", "a", "samples=3", "--author", "J. Doe");
        assertThat(set.out()).contains("l-1: version 2 → 3", "revision 2 → 3");
        assertThat(andon("policy", "get", "l-1").out()).contains("samples: 3");
        assertThat(andon("policy", "get", "l-9").err()).contains("line l-9 has no policy");
    }

    @Test
    @Order(6)
    void imagesAreIngestedAndBadFilesSkipped() throws IOException {
        Path shots = Files.createDirectories(directory.resolve("shots"));
        for (int i = 0; i < 5; i++) {
            ImageIO.write(new BufferedImage(20 + i, 20, BufferedImage.TYPE_INT_RGB), "jpg", shots.resolve(i + ".jpg")
                    .toFile());
        }
        Files.writeString(shots.resolve("bad.jpg"), "no image");

        CommandRun run = andon("ingest", "files", shots.toString(), "--line", "l-1", "--camera", "cam-1", "--verbose");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("5 frames published, 1 file skipped").contains("4.jpg");
        assertThat(run.out().lines().filter(line -> line.matches("t\\.frames-\\d@\\d+ .*"))).hasSize(5);
        assertThat(run.err()).contains("bad.jpg");
    }

    @Test
    @Order(7)
    void tailReadsThemBack() {
        CommandRun all = andon("tail", "frames", "--from", "beginning", "--no-follow", "--line", "l-1");
        assertThat(all.out().lines()).hasSize(5).allSatisfy(line -> assertThat(line).contains("cam-1", "image bytes"));

        CommandRun latest = andon("tail", "t.frames", "--from", "latest-2", "--no-follow", "--json");
        assertThat(latest.out().lines()).hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"cameraId\":\"cam-1\"", " bytes\"", "\"key\":\"l-1\""));

        assertThat(andon("tail", "line-policies", "--from", "beginning", "--max", "1").out().lines()).hasSize(1);
        assertThat(andon("tail", "frames", "--from", "beginning", "--no-follow", "--line", "l-2").out()).isEmpty();
        assertThat(andon("tail", "nothing").err()).contains("does not exist");
    }

    @Test
    @Order(8)
    void aChangeOfThresholdSaysWhatItWouldHaveHeld() throws Exception {
        CommandRun waived = andon("policy", "set", "l-1", "a", "threshold.mode=fixed", "threshold.value=0.5",
                "threshold.evidence=waived", "threshold.waivedBy=J. Doe", "--author", "J. Doe");
        assertThat(waived.out()).contains("looser: recipe a: evidence is waived, by J. Doe",
                "effect: recipe a: no frames in the last day");
        decide("l-1", 0.1, 0.3, 0.4, 0.6);

        CommandRun stricter = andon("policy", "set", "l-1", "a", "threshold.value=0.2", "--author", "J. Doe",
                "--dry-run");

        assertThat(stricter.out()).contains("effect: recipe a: held 25.0 % → 75.0 % of 4 frames of the last day",
                "1 policy would be written").doesNotContain("looser");
    }

    @Test
    @Order(9)
    void aVerdictFindsItsInspectionAndIsWritten() throws Exception {
        inspect(600);

        CommandRun run = andon("verdict", "i-17", "--result", "not_ok", "--label", "bad", "--basis", "part",
                "--reviewer", "R. Viewer", "--comment", "曲がっている", "--took", "12s");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("line l-1  HELD UNCERTAIN  frame frame of i-17", "answer ok");
        String id = run.out().lines().filter(line -> line.startsWith("verdict ")).toList().getFirst().split(" ", 3)[1];
        assertThat(andon("tail", "verdicts", "--from", "beginning", "--no-follow", "--json").out().lines())
                .singleElement().asString().contains("\"verdictId\":\"" + id, "\"key\":\"l-1\"", "\"label\":\"bad\"",
                        "\"durationMillis\":12000", "\"basis\":\"PART\"");
        assertThat(andon("tail", "verdicts", "--from", "beginning", "--no-follow").out())
                .contains("NOT_OK bad  inspection i-17  by R. Viewer from the part in 12.0 s  曲がっている");
    }

    @Test
    @Order(10)
    void aVerdictOnNothingOrWithAnImpossibleLabelIsRefused() {
        CommandRun burnt = andon("verdict", "i-17", "--result", "NOT_OK", "--label", "burnt", "--reviewer", "R. V.");
        CommandRun nothing = andon("verdict", "i-9999", "--result", "OK", "--reviewer", "R. V.");
        CommandRun told = andon("verdict", "i-9999", "--line", "l-2", "--result", "OK", "--reviewer", "R. V.");

        assertThat(burnt.err()).contains("burnt", "[ok, bad]");
        assertThat(nothing.err()).contains("i-9999 is not among the newest 10,000 records", "--line LINE");
        assertThat(told.out()).matches("verdict \\S+ written\\R");
        assertThat(andon("tail", "verdicts", "--from", "beginning", "--no-follow").out().lines()).hasSize(2);
    }

    @Test
    @Order(11)
    void pruneCountsWhatADirectoryHoldsAndRefusesPeriodsThatTopicsDoNotKeep() throws IOException {
        Path store = directory.resolve("images");
        byte[] image = {1, 2, 3};
        new DirectoryImageStore(store).put(ImageBytes.of(image), Sha256.hex(image), "image/jpeg");

        CommandRun dry = andon("images", "prune", "--dry-run", "--set", "images.store=" + store);
        CommandRun longer = andon("images", "prune", "--dry-run", "--set", "images.retention.notOk=181d");

        assertThat(dry.err()).isEmpty();
        assertThat(dry.out().lines().map(line -> line.replaceAll(" {2,}", "|"))).contains(
                "OUTCOME|KEPT FOR|IMAGES|SIZE|WOULD STAY|WOULD BE DELETED|SIZE",
                "open review|as long as it is so|0|0.0 MB|0|0|0.0 MB", "unreferenced|14d|1|0.0 MB|1|0|0.0 MB");
        assertThat(longer.exitCode()).isEqualTo(2);
        assertThat(longer.err())
                .contains("the topic t.human-review keeps records for 180d, and images.retention.notOk is"
                        + " 181d", "lower images.retention.notOk, or raise retention.ms");
    }

    /** Inspections of line l-1 as the application writes them. */
    private static void inspect(int count) throws Exception {
        AndonConfig config = ConfigLoader.load(null, Map.of(), settings()).orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
        try (Codecs codecs = Wiring.codecs(config)) {
            LinePolicy policy = Objects.requireNonNull(new PolicyLog(config, codecs).read().get("l-1"));
            LineRecords.write(config, codecs, new WrittenTopic("t.human-review", WrittenTopic.Type.INSPECTION),
                    codecs.inspections(), Inspection::line, IntStream.range(0, count)
                            .mapToObj(number -> HeldInspections.held("i-" + number, policy)).toList());
        }
    }

    /** Frames of these uncertainties are decided by the only recipe of the line. */
    private static void decide(String line, double... uncertainties) throws Exception {
        AndonConfig config = ConfigLoader.load(null, Map.of(), settings()).orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
        try (Codecs codecs = Wiring.codecs(config); Producer<byte[], byte[]> producer = Clients.producer(config)) {
            LinePolicy policy = Objects.requireNonNull(new PolicyLog(config, codecs).read().get(line));
            codecs.prepare(List.of(new WrittenTopic("t.accepted", WrittenTopic.Type.INSPECTION)), false);
            for (double uncertainty : uncertainties) {
                Inspection inspection = TestInspections.of(policy, policy.recipes().getFirst(), "ok ok ok", false,
                        Map.of("caption-diversity", uncertainty), new Threshold(0.5, 1, ThresholdMode.FIXED, "waived"));
                String topic = inspection.decision().route() == Route.ACCEPTED ? "t.accepted" : "t.human-review";
                producer.send(new ProducerRecord<>(topic, line.getBytes(StandardCharsets.UTF_8),
                        codecs.inspections().encode(inspection))).get();
            }
        }
    }

    private static CommandRun apply(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("policy", "apply", file.toString(), "--author", "J. Doe"));
        arguments.addAll(List.of(more));
        return andon(arguments.toArray(String[]::new));
    }

    private static CommandRun andon(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings().forEach(setting -> all.addAll(List.of("--set", setting)));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static List<String> settings() {
        return List.of("kafka.bootstrap.servers=" + cluster.bootstrapServers(),
                "registry.urls=" + cluster.registryUrl(),
                "topics.prefix=t.", "topics.replicationFactor=1");
    }
}
