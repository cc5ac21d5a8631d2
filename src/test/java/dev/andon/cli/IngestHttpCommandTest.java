package dev.andon.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IngestHttpCommandTest {

    @TempDir
    Path directory;

    @Test
    void withMistakesInTheFileOfCamerasItTakesNothingSinceMasksStandThere() throws Exception {
        Path cameras = Files.writeString(directory.resolve("cameras.yaml"),
                "cameras: [{camera: c, line: l, posted: {}, pictures: {masks: 1}}]");

        CommandRun run = CommandRun.of("ingest", "http", "--set", "ingest.cameras=" + cameras);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(cameras + ":1: cameras[0].pictures.masks = 1: write x,y,width,height");
    }

    @Test
    void otherMachinesAreNotLetInWithoutAToken() {
        CommandRun run = CommandRun.of("ingest", "http", "--host", "0.0.0.0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("0.0.0.0", "ANDON_INGEST_TOKEN", "127.0.0.1");
    }
}
