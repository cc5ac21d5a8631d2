package dev.andon.replay;

import java.util.List;
import java.util.Map;

import dev.andon.core.decision.Hindsight.View;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CandidateTest {

    private static final String OKS = "ok ok ok ok ok";
    private static final LinePolicy OLD = TestPolicies.fixed("l", 1, "m", 0.25);
    private static final PolicyHistory HISTORY = Records.history(OLD);

    /** Captions with a cosine of 0.8 have a diversity of 0.2. */
    private static final Inspection ACCEPTED = Records.of(OLD, 0, OKS, 0.8, 0.5);

    @Test
    void anotherThresholdDecidesAnew() {
        assertThat(look(TestPolicies.fixed("l", 2, "m", 0.1))).isInstanceOfSatisfying(View.Seen.class, seen -> {
            assertThat(seen.then().route()).isEqualTo(Route.HUMAN_REVIEW);
            assertThat(seen.then().reason()).isEqualTo(Reason.UNCERTAIN);
        });
    }

    @Test
    void aFrameKeepsTheRecipeThatDecidedItWhateverCameSince() {
        // given two more versions, of which the last one has the old recipe with another threshold
        PolicyHistory history = Records.history(OLD, TestPolicies.fixed("l", 2, "another", 0.3),
                TestPolicies.fixed("l", 3, "m", 0.1));

        // when
        View view = new Candidate(history.current(), history).of(ACCEPTED);

        // then
        assertThat(view).isInstanceOfSatisfying(View.Seen.class,
                seen -> assertThat(seen.then().route()).isEqualTo(Route.HUMAN_REVIEW));
    }

    @Test
    void anotherModelWouldHaveToBeAsked() {
        assertThat(look(TestPolicies.fixed("l", 2, "another", 0.25)))
                .isEqualTo(new View.Unseen("asked otherwise (model)"));
    }

    @Test
    void whatNoRecipeTakesIsHeld() {
        LinePolicy without = new LinePolicy(OLD.line(), 2, "A. Author", null, List.of());

        assertThat(look(without)).isInstanceOfSatisfying(View.Seen.class,
                seen -> assertThat(seen.then().reason()).isEqualTo(Reason.NO_POLICY));
    }

    @Test
    void aLineWithoutAPolicyIsNotCounted() {
        assertThat(new Candidate(Map.of(), HISTORY).of(ACCEPTED))
                .isEqualTo(new View.Unseen("of a line without a policy"));
    }

    @Test
    void aPolicyThatIsGoneIsNotGuessed() {
        Inspection older = Records.of(TestPolicies.fixed("l", 7, "m", 0.25), 0, OKS, 0.8, 0.5);

        assertThat(new Candidate(HISTORY.current(), HISTORY).of(older))
                .isEqualTo(new View.Unseen("decided by a policy that is no longer on its topic"));
    }

    private static View look(LinePolicy next) {
        return new Candidate(Map.of(next.line(), next), HISTORY).of(ACCEPTED);
    }
}
