package dev.andon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.andon.config.LinesFile;
import dev.andon.core.decision.LinePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyChangeTest {

    private static final String LINES = """
        lines:
          - line: l-1
            recipes:
              - id: a
                model: m
                prompt: p
                samples: 5
                auditShare: 0.1
                labels: [{name: ok, result: OK}, {name: bad, result: NOT_OK}]
        """;

    @TempDir
    Path directory;

    @Test
    void theFirstPolicyOfALineBeginsToCount() throws IOException {
        PolicyChange change = PolicyChange.of(null, policy(LINES), "Q. A.");

        assertThat(change.next().version()).isEqualTo(1);
        assertThat(change.next().approver()).isEqualTo("Q. A.");
        assertThat(change.next().recipes().getFirst().revision()).isEqualTo(1);
        assertThat(change.changes()).containsExactly("recipe a is new");
    }

    @Test
    void whatShapesAnswersMakesANewRevision() throws IOException {
        LinePolicy current = PolicyChange.of(null, policy(LINES), null).next();

        PolicyChange change = PolicyChange.of(current, policy(LINES.replace("samples: 5", "samples: 7")), null);

        assertThat(change.next().version()).isEqualTo(2);
        assertThat(change.next().recipes().getFirst().revision()).isEqualTo(2);
        assertThat(change.changes()).containsExactly("recipe a: samples changed, revision 1 → 2");
    }

    @Test
    void whatShapesNoAnswersKeepsTheRevision() throws IOException {
        LinePolicy current = PolicyChange.of(null, policy(LINES), null).next();

        PolicyChange change = PolicyChange.of(current, policy(LINES.replace("0.1", "0.2")), null);

        assertThat(change.next().version()).isEqualTo(2);
        assertThat(change.changes()).containsExactly("recipe a: auditShare changed, revision 1 stays");
    }

    @Test
    void theSamePolicyChangesNothing() throws IOException {
        LinePolicy current = PolicyChange.of(null, policy(LINES), null).next();

        assertThat(PolicyChange.of(current, policy(LINES), null).any()).isFalse();
    }

    @Test
    void recipesComeAndGo() throws IOException {
        LinePolicy current = PolicyChange.of(null, policy(LINES), null).next();

        assertThat(PolicyChange.of(current, policy(LINES.replace("id: a", "id: b")), null).changes())
                .containsExactly("recipe b is new", "recipe a is gone");
    }

    private LinePolicy policy(String text) throws IOException {
        return LinesFile.read(Files.writeString(directory.resolve("lines.yaml"), text), "J. Doe")
                .orElse(problems -> {
                    throw new AssertionError(problems.toString());
                }).getFirst();
    }
}
