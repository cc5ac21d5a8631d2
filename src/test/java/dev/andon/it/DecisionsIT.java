package dev.andon.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.it.Outputs.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Frames in, decisions out. */
@ExtendWith({SharedCluster.class, SharedPlant.class})
class DecisionsIT {

    @Test
    void agreementIsAcceptedAndDisagreementIsHeld(Plant plant) throws Exception {
        // given
        plant.decree(TestPolicies.fixed("agreed", 1, "steady", 0.25));
        plant.decree(TestPolicies.fixed("disagreed", 1, ScriptedVlm.TORN, 0.25));
        List<Frame> frames = Shots.ofLines(List.of("agreed", "disagreed"), 0, 10);
        try (Outputs outputs = plant.outputs()) {

            // when
            plant.take(frames);

            // then
            awaitDecisions(outputs, "agreed", 10);
            awaitDecisions(outputs, "disagreed", 10);
            assertEachOnceInOrder(outputs, frames);
            assertThat(outputs.of("agreed")).extracting(d -> d.record().topic())
                    .containsOnly(plant.config().topics().accepted());
            assertThat(outputs.of("disagreed")).extracting(d -> d.record().topic())
                    .containsOnly(plant.config().topics().humanReview());
            assertThat(outputs.of("disagreed")).extracting(d -> d.inspection().decision().reason())
                    .containsOnly(Reason.DISAGREEMENT);
        }
    }

    @Test
    void oneOrderRunsOverBothTopics(Plant plant) throws Exception {
        // given frames of which some cannot be read, and so need no model and are done sooner
        plant.decree(TestPolicies.fixed("mixed", 1, "steady", 0.25));
        List<Frame> frames = new ArrayList<>(Shots.of("mixed", 0, 12));
        for (int i = 1; i < frames.size(); i += 3) {
            frames.set(i, TestFrames.frame("mixed", "mixed-" + i, new byte[]{1, 2, 3}));
        }
        try (Outputs outputs = plant.outputs()) {

            // when
            plant.take(frames);

            // then
            awaitDecisions(outputs, "mixed", frames.size());
            assertEachOnceInOrder(outputs, frames);
            assertThat(outputs.of("mixed").stream().filter(Published::isAccepted)).hasSize(8);
        }
    }

    @Test
    void traceHeadersPassThrough(Plant plant) throws Exception {
        plant.decree(TestPolicies.fixed("traced", 1, "steady", 0.25));
        try (Outputs outputs = plant.outputs()) {

            plant.take(Shots.of("traced", 0, 3));

            awaitDecisions(outputs, "traced", 3);
            assertThat(outputs.of("traced")).allSatisfy(decision -> assertThat(
                    new String(decision.record().headers().lastHeader(Plant.TRACE).value(), StandardCharsets.UTF_8))
                    .isEqualTo(decision.frameId()));
        }
    }

    @Test
    void aRepeatedFrameIsDroppedAndAConflictingOneIsHeld(Plant plant) throws Exception {
        // given
        plant.decree(TestPolicies.fixed("repeating", 1, "steady", 0.25));
        Frame first = TestFrames.frame("repeating", "first", 1);
        Frame conflicting = TestFrames.frame("repeating", "first", 99);
        Frame last = TestFrames.frame("repeating", "last", 3);
        try (Outputs outputs = plant.outputs()) {

            // when
            plant.take(List.of(first, first, conflicting, first, last));

            // then
            awaitDecisions(outputs, "repeating", 3);
            assertEachOnceInOrder(outputs, List.of(first, conflicting, last));
            assertThat(outputs.of("repeating")).extracting(d -> d.inspection().decision().reason())
                    .containsExactly(null, Reason.CONFLICTING_FRAME, null);
        }
    }

    @Test
    void aLineWithoutPolicyIsHeld(Plant plant) throws Exception {
        List<Frame> frames = Shots.of("unknown", 0, 2);
        try (Outputs outputs = plant.outputs()) {

            plant.take(frames);

            awaitDecisions(outputs, "unknown", 2);
            assertThat(outputs.of("unknown")).extracting(d -> d.inspection().decision().reason())
                    .containsOnly(Reason.NO_POLICY);
            assertThat(frames).allSatisfy(frame -> assertThat(plant.vlm().answers(frame, 5)).isZero());
        }
    }
}
