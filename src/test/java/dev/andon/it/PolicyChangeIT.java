package dev.andon.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import dev.andon.it.Outputs.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Policies that change while frames are in flight. */
@ExtendWith({SharedCluster.class, SharedPlant.class})
class PolicyChangeIT {

    @Test
    void aDecisionIsMadeByThePolicyThatWasInForceWhenItsFrameCame(Plant plant) throws Exception {
        // given frames in flight under the first policy
        String line = "changing";
        plant.decree(TestPolicies.fixed(line, 1, "model-1", 0.25));
        List<Frame> frames = new ArrayList<>(Shots.of(line, 0, 3));
        plant.vlm().holdBack(frames, 4);
        try (Outputs outputs = plant.outputs()) {
            plant.take(frames);
            await().until(() -> frames.stream().allMatch(frame -> plant.vlm().answers(frame, 4) == 4));

            // when
            plant.decree(TestPolicies.fixed(line, 2, "model-2", 0.3));
            await().until(() -> {
                List<Frame> next = Shots.of(line, frames.size(), 1);
                plant.take(next);
                frames.addAll(next);
                return plant.vlm().isAsked("model-2");
            });
            plant.vlm().letGo();

            // then
            awaitDecisions(outputs, line, frames.size());
            assertEachOnceInOrder(outputs, frames);
            List<Applied> applied = outputs.of(line).stream().map(PolicyChangeIT::applied).toList();
            assertThat(applied).extracting(Applied::policyVersion).isSorted().startsWith(1L, 1L, 1L).endsWith(2L);
            assertThat(applied).allSatisfy(by -> {
                assertThat(by.model()).isEqualTo("model-" + by.policyVersion());
                assertThat(Objects.requireNonNull(by.threshold()).version()).isEqualTo(by.policyVersion());
            });
        }
    }

    @Test
    void anInvalidPolicyIsRefusedAndTheOneBeforeItStays(Plant plant) throws Exception {
        // given
        String line = "steadfast";
        plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
        try (Outputs outputs = plant.outputs()) {

            // when
            plant.decree(TestPolicies.fixed(line, 2, "steady", 25));
            await().until(() -> outputs.look().deadLettersOf(line).size() == 1);
            plant.take(Shots.of(line, 0, 2));

            // then
            awaitDecisions(outputs, line, 2);
            assertThat(outputs.of(line)).extracting(decision -> applied(decision).policyVersion()).containsOnly(1L);
        }
    }

    private static Applied applied(Published decision) {
        return Objects.requireNonNull(decision.inspection().applied());
    }
}
