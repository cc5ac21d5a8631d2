package dev.andon.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitCount;
import static dev.andon.it.Guarantees.awaitEmpty;
import static org.assertj.core.api.Assertions.assertThat;

/** The model's server goes away in all ways and comes back, and the processor is killed in between. */
@ExtendWith(SharedCluster.class)
class ModelOutageIT {

    private static final List<String> LINES = List.of("lathe", "mill", "press");
    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Plant plant;
    private Outputs outputs;
    private LedgerView ledger;

    @BeforeEach
    void build(Cluster cluster, TestInfo test) throws Exception {
        plant = Plant.build(test.getTestMethod().orElseThrow().getName(), directory, cluster);
        for (String line : LINES) {
            plant.decree(TestPolicies.hurried(line, "steady", TIME_LIMIT));
        }
        outputs = plant.outputs();
        ledger = plant.ledger();
    }

    @AfterEach
    void close() {
        ledger.close();
        outputs.close();
        plant.close();
    }

    @Test
    void heldFramesAreDecidedInOrderWhenTheServerIsBack() throws Exception {
        // given
        plant.vlm().goAway();
        Processor first = plant.start(settings("hold"));
        List<Frame> frames = Shots.ofLines(LINES, 0, 10);
        plant.take(frames);
        await().until(() -> plant.log().contains("calls pause") && ledger.look().size() == frames.size());

        // when
        first.kill();
        plant.start(settings("hold"));
        List<Frame> more = Shots.ofLines(LINES, 10, 3);
        plant.take(more);
        await().until(() -> ledger.look().size() == frames.size() + more.size());
        plant.vlm().overload(true);
        plant.vlm().comeBack();
        await().until(() -> plant.vlm().turnedAway() > 3);
        assertThat(outputs.lookToTheEnd().count()).as("nothing is decided in an outage").isZero();
        plant.vlm().overload(false);

        // then
        List<Frame> all = Stream.concat(frames.stream(), more.stream()).toList();
        awaitCount(outputs, all.size());
        awaitEmpty(ledger);
        assertEachOnceInOrder(outputs.lookToTheEnd(), all);
        LINES.forEach(line -> assertThat(outputs.of(line)).allMatch(Outputs.Published::isAccepted));
    }

    @Test
    void framesGoToPeopleInOrderWhenTheirTimeIsOver() throws Exception {
        // given
        plant.vlm().overload(true);
        Processor first = plant.start(settings("review"));
        List<Frame> frames = Shots.ofLines(LINES, 0, 20);
        plant.take(frames);
        awaitCount(outputs, 6);

        // when
        first.kill();
        plant.vlm().goAway();
        plant.start(settings("review"));
        awaitCount(outputs, frames.size());
        plant.vlm().overload(false);
        plant.vlm().comeBack();
        List<Frame> trial = Shots.ofLines(LINES, 20, 3);
        plant.take(trial);
        awaitCount(outputs, frames.size() + trial.size());
        await().until(() -> plant.log().contains("answers again"));
        List<Frame> after = Shots.ofLines(LINES, 23, 3);
        plant.take(after);

        // then
        List<Frame> all = Stream.of(frames, trial, after).flatMap(List::stream).toList();
        awaitCount(outputs, all.size());
        awaitEmpty(ledger);
        assertEachOnceInOrder(outputs.lookToTheEnd(), all);
        for (String line : LINES) {
            assertThat(outputs.of(line).subList(0, 20)).allSatisfy(decision -> assertThat(decision.inspection()
                    .decision()).satisfies(held -> {
                        assertThat(held.reason()).isEqualTo(Reason.VLM_UNAVAILABLE);
                        assertThat(held.detail()).contains("the model failed");
                    }));
            assertThat(outputs.of(line).subList(23, 26)).allMatch(Outputs.Published::isAccepted);
        }
    }

    private static List<String> settings(String onOutage) {
        return List.of("inspect.onOutage=" + onOutage, "vlm.breaker.openFor=1s", "vlm.breaker.window=10");
    }
}
