package dev.andon.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IngestCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"10,20", "10,20,0,5", "10,20,30,-5", "all"})
    void aMaskThatIsNoneIsTold(String mask) {
        for (String command : new String[]{"files", "folder"}) {
            CommandRun run = CommandRun.of("ingest", command, "shots", "--line", "l", "--camera", "c", "--mask",
                    "0,0,9,9",
                    "--mask", mask);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--mask", mask);
        }
    }

    @Test
    void masksAreNotBurntIntoFilesThatFramesPointTo() {
        CommandRun run = CommandRun.of("ingest", "files", "shots", "--line", "l", "--camera", "c", "--mask", "0,0,9,9",
                "--by-reference");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--mask and --by-reference exclude each other");
    }
}
