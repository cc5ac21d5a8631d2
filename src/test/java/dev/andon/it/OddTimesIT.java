package dev.andon.it;

import java.time.Instant;
import java.util.List;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Timestamps of records that nobody can have meant: a broker refuses some of them on every topic but that of frames. */
@ExtendWith({SharedCluster.class, SharedPlant.class})
class OddTimesIT {

    @Test
    void framesOfTheFutureAndOfThePastAreDecidedNow(Plant plant) throws Exception {
        // given
        plant.decree(TestPolicies.fixed("odd-times", 1, "steady", 0.25));
        Frame now = TestFrames.frame("odd-times", "of-now", 1);
        Frame future = TestFrames.frame("odd-times", "of-the-future", 2);
        Frame past = TestFrames.frame("odd-times", "of-the-epoch", 3);
        Instant start = Instant.now();
        try (Outputs outputs = plant.outputs()) {
            plant.take(List.of(now));
            awaitDecisions(outputs, "odd-times", 1);

            // when
            plant.take(future, Instant.parse("2100-01-01T00:00:00Z"));
            awaitDecisions(outputs, "odd-times", 2);
            plant.take(past, Instant.EPOCH);

            // then
            awaitDecisions(outputs, "odd-times", 3);
            assertEachOnceInOrder(outputs, List.of(now, future, past));
            assertThat(outputs.of("odd-times")).allSatisfy(decision -> {
                assertThat(decision.isAccepted()).isTrue();
                assertThat(decision.record().timestamp()).as("retention counts from now")
                        .isGreaterThanOrEqualTo(start.toEpochMilli());
            });
            assertThat(received(outputs, 1)).isBetween(start, Instant.now());
            assertThat(received(outputs, 2)).isEqualTo(Instant.EPOCH);
        }
    }

    private static Instant received(Outputs outputs, int index) {
        return outputs.of("odd-times").get(index).inspection().times().received();
    }
}
