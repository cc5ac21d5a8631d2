package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be meant is refused before anything is asked of the cluster. */
class VerdictCommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--reviewer,' ' | --reviewer is blank",
        "--label,' ' | --label is blank",
        "--supersedes,'' | --supersedes is blank",
        "--took,soon | --took soon: write a duration such as 200ms, 30s, 5m or 7d",
        "--line,' ' | --line: lineId is blank"})
    void whatSaysNothing(String option, String message) {
        CommandRun run = verdict("OK", option.replace("'", "").split(",", 2));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aLabelWithoutAResult() {
        assertThat(verdict("CANNOT_TELL", "--label", "bent").err())
                .contains("--label bent", "--result OK or NOT_OK");
    }

    @Test
    void aTextThatNoRecordTakesUp() {
        assertThat(verdict("OK", "--comment", "x".repeat(4_001)).err())
                .contains("--comment has 4001 characters", "at most 4000");
    }

    @Test
    void otherWordsForAResult() {
        assertThat(verdict("GOOD").err()).contains("GOOD", "CANNOT_TELL");
        assertThat(verdict("OK", "--basis", "rumour").err()).contains("rumour", "DOWNSTREAM");
    }

    @Test
    void noReviewer() {
        assertThat(CommandRun.of("verdict", "i-1", "--result", "OK").err()).contains("--reviewer=NAME");
    }

    private static CommandRun verdict(String result, String... more) {
        List<String> arguments = new ArrayList<>(List.of("verdict", "i-1", "--result", result));
        if (!List.of(more).contains("--reviewer")) {
            arguments.addAll(List.of("--reviewer", "R. Viewer"));
        }
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
