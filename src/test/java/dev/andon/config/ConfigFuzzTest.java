package dev.andon.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.andon.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever somebody writes into a file, it is a configuration, or all that is wrong with it is told. */
class ConfigFuzzTest {

    private static final String[] YAML = {":", "- ", "\n", "\n  ", "&a ", "*a", "<<: *a", "!!binary ",
        "!!java.lang.Object ",
        "{", "}", "[", "]", "|", ">", "\"", "'", "#", "? ", "---", "%YAML 1.1", "~", "null", ".inf", "-1", "0x10",
        "1e999",
        "9999999999999999999", "30s", "MB", "\t", "\u0000", "\ufeff", "\u2028", "http://", "file:///", "${", ","};

    @TempDir
    Path directory;

    @Test
    void configurationFiles() throws IOException {
        fuzz("configuration files", List.of(Files.readAllBytes(Path.of("config/andon.yaml")), """
            kafka: {bootstrap.servers: [a:1, "b:2"], sasl: {mechanism: PLAIN}}
            vlm: {baseUrl: "http://file:1/v1", callTimeout: 1s, apiKeyFile: key}
            images: {allowedRoots: [shots, /tmp], maxBytes: 20MB}
            """.getBytes(StandardCharsets.UTF_8)),
                file -> ConfigLoader.load(file, Map.of(), List.of()));
    }

    @Test
    void filesOfLines() throws IOException {
        fuzz("files of lines", List.of(Files.readAllBytes(Path.of("config/lines.yaml")), """
            lines:
              - line: 組立-1
                recipes: [&r {id: a, model: m, prompt: p, labels: [{name: ok, result: OK}]}, *r]
            """.getBytes(StandardCharsets.UTF_8)), file -> LinesFile.read(file, "J. Doe"));
    }

    @Test
    void filesOfCameras() throws IOException {
        fuzz("files of cameras",
                List.of(Files.readAllBytes(Path.of("config/cameras.yaml")),
                        CamerasFileTest.described().getBytes(StandardCharsets.UTF_8),
                        """
                            door: {host: 127.0.0.1, port: 0}
                            cameras:
                              - &c {camera: 組立-1, line: l, stream: {url: "rtsp://cam:554/x", silence: 10s}, expectedRate: 2.5}
                              - {<<: *c, camera: b, video: {file: b.mp4, speed: max, loop: true}, trigger: {choose: sharpest, window: 40ms}}
                              - {camera: c, line: l, folder: {path: /c, pattern: "{unit}", zone: Asia/Tokyo, settle: 0s}}
                              - {camera: d, line: l, posted: {}, pictures: {masks: ["0,0,8,8"], region: "1,1,9,9"}, maintenance: true}
                            """.getBytes(
                                StandardCharsets.UTF_8)),
                file -> CamerasFile.read(file, new DataSize(20 << 20)));
    }

    @Test
    void settings() {
        Fuzzer.ofTexts("settings", List.of("vlm.baseUrl=http://127.0.0.1:8000/v1", "images.maxBytes=20MB",
                "vlm.callTimeout=1m", "kafka.producer.linger.ms=5", "registry.urls=http://a,http://b",
                "images.allowedRoots=/a,/b", "inspect.framesInFlight=16", "topics.partitions=8", "vlm.temperature=0.7"),
                YAML)
                .runTexts(text -> {
                    boolean understood = sound(ConfigLoader.load(null, Map.of(), List.of(text)));
                    int equals = text.indexOf('=');
                    String variable = equals < 1 ? text : Keys.variable(text.substring(0, equals));
                    return sound(ConfigLoader.load(null, Map.of(variable, text.substring(equals + 1)), List.of()))
                            && understood;
                });
    }

    private void fuzz(String name, List<byte[]> examples, java.util.function.Function<Path, Outcome<?>> loader) {
        Path file = directory.resolve("fuzzed.yaml");
        Fuzzer.of(name, examples, YAML).run(bytes -> {
            try {
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Outcome<?> outcome = loader.apply(file);
            if (outcome instanceof Outcome.Invalid<?>(List<Problem> problems)) {
                assertThat(problems).allSatisfy(problem -> assertThat(problem.toString())
                        .matches(text -> problem.value().isEmpty()
                                ? text.contains("fuzzed.yaml")
                                : text.matches("(?s).*fuzzed\\.yaml:\\d+: .*"), "names file and line"));
            }
            return sound(outcome);
        });
    }

    private static boolean sound(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Invalid<?>(List<Problem> problems)) {
            assertThat(problems).isNotEmpty().allSatisfy(problem -> assertThat(problem.toString()).isNotBlank());
        }
        return outcome instanceof Outcome.Valid;
    }
}
