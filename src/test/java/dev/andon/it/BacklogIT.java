package dev.andon.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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

    /** Frames under way, and those that the consumer had at hand when a task had enough. */
    private static final int BESIDE = 40;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void framesWaitInTheirTopicAndNoneIsGivenUp(Cluster cluster) throws Exception {
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

            // when
            plant.start(
                    List.of("application.threads=1", "inspect.maxParked=" + MAX_PARKED, "vlm.maxConcurrentCalls=8"));
            await().until(() -> plant.log().contains("the others wait in their topic"));
            awaitCount(outputs, 20);
            assertThat(ledger.look().size()).isLessThan(Plant.PARTITIONS * MAX_PARKED + BESIDE);
            plant.vlm().slow(Duration.ZERO);

            // then
            awaitCount(outputs, frames.size());
            awaitEmpty(ledger);
            assertEachOnceInOrder(outputs.lookToTheEnd(), frames);
            LINES.forEach(line -> assertThat(outputs.of(line)).allMatch(Outputs.Published::isAccepted));
        }
    }
}
