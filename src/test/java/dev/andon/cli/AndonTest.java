package dev.andon.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AndonTest {

    @Test
    void withoutACommandItSaysWhichThereAre() {
        CommandRun run = CommandRun.of();

        assertThat(run.out()).contains("config", "topics");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void wrongUsageIsToldInTwoLines() {
        CommandRun run = CommandRun.of("topics", "creat");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).contains("creat", "andon topics --help");
    }

    @Test
    void aGroupWithoutItsCommandIsWrongUsage() {
        CommandRun run = CommandRun.of("topics");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("create, check, describe");
    }

    @Test
    void thePackagedProgramSaysWhereTheMeasurementsAre() {
        CommandRun run = CommandRun.of("bench", "saturation", "--quick");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("./andon bench saturation --quick", "checkout");
    }

    @Test
    void aClusterThatIsNotThereIsAFailureWithoutStackTrace() {
        CommandRun run = CommandRun.of("topics", "check", "--set", "kafka.bootstrap.servers=127.0.0.1:1", "--set",
                "kafka.default.api.timeout.ms=300", "--set", "kafka.request.timeout.ms=200");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Kafka does not answer", "kafka.bootstrap.servers").doesNotContain("\tat ");
    }
}
