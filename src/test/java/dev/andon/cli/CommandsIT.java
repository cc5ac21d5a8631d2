package dev.andon.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import dev.andon.demo.cluster.BrokerProcess;
import dev.andon.demo.cluster.RegistryProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands against a real broker and a real registry, in the order in which an operator uses them. */
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

    private static BrokerProcess broker;
    private static RegistryProcess registry;

    @BeforeAll
    static void start() throws Exception {
        broker = BrokerProcess.start(directory.resolve("broker"));
        registry = RegistryProcess.start(directory.resolve("registry"));
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
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

    private static CommandRun apply(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("policy", "apply", file.toString(), "--author", "J. Doe"));
        arguments.addAll(List.of(more));
        return andon(arguments.toArray(String[]::new));
    }

    private static CommandRun andon(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", "kafka.bootstrap.servers=" + broker.bootstrapServers(), "--set", "registry.urls="
                + registry.url(), "--set", "topics.prefix=t.", "--set", "topics.replicationFactor=1"));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
