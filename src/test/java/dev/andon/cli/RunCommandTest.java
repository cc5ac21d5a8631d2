package dev.andon.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunCommandTest {

    @Test
    void theShadowRunsAlone() {
        CommandRun run = CommandRun.of("run", "--roles", "inspect,shadow");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("SHADOW needs a process of its own", "--roles SHADOW");
    }
}
