package dev.andon.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitCount;
import static dev.andon.it.Guarantees.awaitEmpty;
import static org.assertj.core.api.Assertions.assertThat;

/** More frames wait in their topic than may wait in the ledger, and the model answers, but slowly. */
@ExtendWith(SharedCluster.class)
class BacklogIT {

    private static final List<String> LINES = List.of("lathe", "mill", "press");
    private static final int MAX_PARKED = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void framesWaitInTheirTopicAndPoliciesDoNot(Cluster cluster) throws Exception {
        try (Plant plant = Plant.build("backlog", directory, cluster);
                Outputs outputs = plant.outputs();
                LedgerView ledger = plant.ledger()) {
            // given
            for (String line : LINES) {
                plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
            }
            plant.vlm().slow(Duration.ofMillis(500));
            List<Frame> frames = Shots.ofLines(LINES, 0, 100);
            plant.take(frames);
            Processor first = start(plant);
            await().until(() -> plant.log().contains("the others wait in their topic"));
            awaitCount(outputs, 10);
            await().until(() -> ledger.look().size() > Plant.PARTITIONS * MAX_PARKED / 2);
            assertThat(ledger.look().size()).as("half of the bound, and what was on its way")
                    .isLessThanOrEqualTo(Plant.PARTITIONS * MAX_PARKED + 4);

            // when
            first.kill();
            start(plant);
            plant.decree(TestPolicies.fixed("press", 2, "steady", 0.3));
            await().until(() -> outputs.look().of("press").stream()
                    .anyMatch(
                            decision -> Objects.requireNonNull(decision.inspection().applied()).policyVersion() == 2));
            assertThat(outputs.count()).as("long before its turn by time").isLessThan(frames.size() / 2);
            plant.vlm().slow(Duration.ZERO);

            // then
            awaitCount(outputs, frames.size());
            awaitEmpty(ledger);
            assertEachOnceInOrder(outputs.lookToTheEnd(), frames);
            LINES.forEach(line -> assertThat(outputs.of(line)).allMatch(Outputs.Published::isAccepted));
        }
    }

    private static Processor start(Plant plant) throws Exception {
        return plant.start(List.of("application.threads=1", "inspect.maxParked=" + MAX_PARKED,
                "vlm.maxConcurrentCalls=8"));
    }
}
