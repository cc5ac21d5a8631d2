package dev.andon.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IngestHttpCommandTest {

    @Test
    void otherMachinesAreNotLetInWithoutAToken() {
        CommandRun run = CommandRun.of("ingest", "http", "--host", "0.0.0.0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("0.0.0.0", "ANDON_INGEST_TOKEN", "127.0.0.1");
    }
}
