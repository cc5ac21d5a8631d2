package dev.andon.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The harness itself, short: that it kills what it says, sees results, and tells what it found. */
class ChaosIT {

    private static final Duration LIMIT = Duration.ofMinutes(6);

    @TempDir
    Path directory;

    @Test
    void keepsEveryPromiseWhileProcessesAreKilled() throws Exception {
        Path out = directory.resolve("out");
        Path log = directory.resolve("log");
        try (Processor chaos = Processor
                .start(List.of("chaos", "--minutes", "0.75", "--seed", "1", "--profile", "small",
                        "--json", "--keep", directory.resolve("kept").toString()), out, log)) {

            int code = chaos.awaitEnd(LIMIT);

            List<String> lines = Files.readAllLines(out);
            assertThat(lines).as(() -> "output; the log is " + log).isNotEmpty();
            JsonNode json = new ObjectMapper().readTree(lines.getLast());
            assertThat(json.path("violations")).as(json.toString()).isEmpty();
            assertThat(json.path("troubles")).as(json.toString()).isEmpty();
            assertThat(code).as(json.toString()).isZero();
            assertThat(json.path("killsByKind").path("processor").asInt()).isPositive();
            assertThat(json.path("frames").asInt()).isGreaterThan(50);
            assertThat(json.path("clean").asBoolean()).isTrue();
        }
    }
}
