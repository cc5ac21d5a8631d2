package dev.andon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigCommandTest {

    private static final String LINES = """
        lines:
          - line: l-1
            recipes:
              - id: a
                model: m
                prompt: p
                captionLanguage: ja
                measure: %s
                labels: [{name: ok, result: OK}, {name: bad, result: NOT_OK}]
        """;

    @TempDir
    Path directory;

    @Test
    void tenMistakesAreTenLinesWithKeyValueAndFix() throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), """
            kafka: {bootstrap.servers: "localhost:99999"}
            application: {threads: 0}
            topics: {partitions: 8.5, replicationfactor: 1}
            registry: {urls: "ftp://x", timeout: fast}
            vlm: {baseUrl: x, callTimeout: 0s, retry: {attempts: -1}}
            embedding: {kind: remote}
            """);

        CommandRun run = CommandRun.of("config", "check", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out().lines()).hasSize(10)
                .allSatisfy(line -> assertThat(line).matches(".*a\\.yaml:\\d+: .+ = .+: .+"));
        assertThat(run.err()).contains("10 problems");
    }

    @Test
    void theDocumentedFileCanBeUsed() {
        CommandRun run = CommandRun.of("config", "check", "config/andon.yaml");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void buffersOfCamerasAreMeasuredByTheLargestImageOfTheConfiguration() throws IOException {
        Path file = Files.writeString(directory.resolve("cameras.yaml"),
                "cameras: [{camera: c, line: l, video: {file: a.mp4}, buffer: {bytes: 20MB}}]");

        CommandRun fits = CommandRun.of("config", "check", file.toString());
        CommandRun refused = CommandRun.of("config", "check", file.toString(), "--set", "images.maxBytes=21MB");

        assertThat(fits.exitCode()).isZero();
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).contains("cameras[0].buffer.bytes = 20MB", "images.maxBytes, 22020096");
    }

    @Test
    void captionsInALanguageThatTheEmbedderDoesNotKnowAreRefused() throws IOException {
        CommandRun run = check(LINES.formatted("caption-diversity"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("captionLanguage = ja", "ngram-diversity");
    }

    @Test
    void languagesOfAServerAreThoseThatAreConfigured() throws IOException {
        CommandRun refused = check(LINES.formatted("caption-diversity"), "--set", "embedding.kind=endpoint", "--set",
                "embedding.model=m", "--set", "embedding.languages=en,de");
        CommandRun allowed = check(LINES.formatted("caption-diversity"), "--set", "embedding.kind=endpoint", "--set",
                "embedding.model=m", "--set", "embedding.languages=en,ja");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).contains("captionLanguage = ja", "not among embedding.languages, en, de");
        assertThat(allowed.exitCode()).isZero();
    }

    @Test
    void theyAreAllowedWhereNoEmbedderIsNeeded() throws IOException {
        assertThat(check(LINES.formatted("ngram-diversity")).exitCode()).isZero();
    }

    @Test
    void problemsOfPoliciesAreTold() throws IOException {
        CommandRun run = check(LINES.formatted("guess"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("lines.yaml:8: lines[0].recipes[0].measure = guess");
    }

    private CommandRun check(String lines, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("config", "check",
                Files.writeString(directory.resolve("lines.yaml"), lines).toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
