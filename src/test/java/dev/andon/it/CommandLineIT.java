package dev.andon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way as a user goes it: by commands alone. */
@ExtendWith(SharedCluster.class)
class CommandLineIT {

    private static final String LINES = """
        lines:
          - line: bracket-1
            recipes:
              - id: bracket
                model: steady
                prompt: Is the bracket as drawn?
                labels:
                  - {name: ok, result: OK, description: as drawn}
                  - {name: bent, result: NOT_OK, description: not flat}
                samples: 4
                minSamples: 3
                timeLimit: 30s
                threshold: {mode: fixed, value: 0.25, evidence: waived, waivedBy: "J. Doe"}
        """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void fromImageFilesToDecisions(Cluster cluster) throws Exception {
        try (ScriptedVlm vlm = ScriptedVlm.start(directory)) {
            // given
            Path config = Plant.configure("commands", directory, cluster, vlm);
            Path lines = Files.writeString(directory.resolve("lines.yaml"), LINES);
            Path shots = Files.createDirectory(directory.resolve("photos"));
            for (int i = 0; i < 3; i++) {
                Files.write(shots.resolve("shot-" + i + ".jpg"), TestFrames.image(i));
            }

            // when
            andon(config, "topics", "create", "--register-schemas");
            andon(config, "topics", "check");
            andon(config, "policy", "apply", "--author", "A. Author", lines.toString());
            assertThat(andon(config, "policy", "get", "bracket-1")).as("the whole file").hasSizeGreaterThan(10)
                    .first().isEqualTo("# version 1 by A. Author");
            andon(config, "ingest", "files", "--line", "bracket-1", "--camera", "cam-1", shots.toString());
            List<String> decisions;
            try (Processor _ = start(config, directory.resolve("run.out"), "run")) {
                decisions = andon(config, "tail", "accepted", "--from", "beginning", "--max", "3", "--json");
            }

            // then
            List<JsonNode> read = new ArrayList<>();
            for (String decision : decisions) {
                read.add(new JsonMapper().readTree(decision));
            }
            assertThat(read).hasSize(3).allSatisfy(node -> assertThat(node.findValue("route").textValue())
                    .isEqualTo("ACCEPTED"));
            assertThat(read).extracting(node -> node.findValue("lineSequence").longValue()).containsExactly(1L, 2L, 3L);
        }
    }

    /** Runs a command to its end and gives back its lines. */
    private List<String> andon(Path config, String... words) throws Exception {
        Path out = directory.resolve("command.out");
        try (Processor command = start(config, out, words)) {
            int exitCode = command.awaitEnd();
            assertThat(exitCode).as(() -> String.join(" ", words) + ":\n" + log()).isZero();
            return Files.readAllLines(out);
        }
    }

    private Processor start(Path config, Path out, String... words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--config", config.toString()));
        return Processor.start(arguments, out, directory.resolve("andon.log"));
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("andon.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
