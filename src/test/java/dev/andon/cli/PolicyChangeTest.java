package dev.andon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.andon.config.LinesFile;
import dev.andon.core.decision.Approval;
import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.LinePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static final String APPROVED = LINES.replace("    recipes:", "    approval: loosening\n    recipes:")
            + "        threshold: {mode: risk, maxValue: 0.5}\n";

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

    @Test
    void whatTheLineAsksForAndMaySpendIsAChange() throws IOException {
        LinePolicy current = PolicyChange.of(null, policy(LINES), null).next();

        PolicyChange change = PolicyChange.of(current, policy(APPROVED.replace("    recipes:", "    budget:"
                + " {callsPerDay: 1000}\n    recipes:")), null);

        assertThat(change.next().approval()).isEqualTo(Approval.LOOSENING);
        assertThat(change.next().budget()).isEqualTo(new DailyBudget(1_000L, null));
        assertThat(change.changes()).containsExactly("recipe a: threshold changed, revision 1 stays",
                "approval: none → loosening", "budget: none → 1,000 calls and any tokens a day");
        assertThat(PolicyChange.of(change.next(), policy(APPROVED), null).changes()).containsExactly(
                "budget: 1,000 calls and any tokens a day → none");
    }

    @Test
    void theCurrentPolicyDecidesWhetherLooseningNeedsApproval() throws IOException {
        LinePolicy asking = PolicyChange.of(null, policy(APPROVED), null).next();
        LinePolicy looser = policy(APPROVED.replace("0.1", "0.05"));

        PolicyChange change = PolicyChange.of(asking, looser, null);

        assertThat(change.loosenings()).containsExactly("recipe a: auditShare falls from 0.1 to 0.05");
        assertThat(change.lacksApproval()).isTrue();
        assertThat(PolicyChange.of(asking, looser, "Q. A.").lacksApproval()).isFalse();
        assertThat(PolicyChange.of(looser, asking, null).lacksApproval()).as("stricter").isFalse();
        assertThat(PolicyChange.of(asking, policy(LINES), null).lacksApproval()).as("approval taken away").isTrue();
        assertThat(PolicyChange.of(policy(LINES), looser, null).lacksApproval()).as("asked for from now on").isFalse();
        assertThat(PolicyChange.of(null, looser, null).lacksApproval()).as("the first").isFalse();
    }

    @Test
    void everyLooseningThatLacksApprovalIsTold() throws IOException {
        PolicyChange change = PolicyChange.of(policy(APPROVED), policy(LINES.replace("0.1", "0.05")), null);

        assertThatThrownBy(() -> Approvals.require(List.of(change))).isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("nothing is written", "--approved-by", "l-1: approval is taken away",
                        "l-1: recipe a: auditShare falls from 0.1 to 0.05", "threshold.maxValue rises from 0.5 to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"J. Doe", " j. doe ", " "})
    void theAuthorIsNoApproverNorIsNobody(String name) {
        assertThatThrownBy(() -> Approvals.checkName("J. Doe", name)).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--approved-by");
        Approvals.checkName("J. Doe", "Q. A.");
        Approvals.checkName("J. Doe", null);
    }

    private LinePolicy policy(String text) throws IOException {
        return LinesFile.read(Files.writeString(directory.resolve("lines.yaml"), text), "J. Doe")
                .orElse(problems -> {
                    throw new AssertionError(problems.toString());
                }).getFirst();
    }
}
