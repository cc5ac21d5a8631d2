package dev.andon.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
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

/** A frame that kills whichever processor asks about it, among frames that do no harm. */
@ExtendWith(SharedCluster.class)
class DeadlyFrameIT {

    private static final List<String> LINES = List.of("north", "south");
    private static final int SAMPLES = 5;
    private static final int ATTEMPTS = 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final List<Frame> sent = new ArrayList<>();
    private final CountDownLatch mayKill = new CountDownLatch(1);
    private Plant plant;
    private Watchdog processors;
    private Frame deadly;

    @BeforeEach
    void build(Cluster cluster, TestInfo test) throws Exception {
        plant = Plant.build(test.getTestMethod().orElseThrow().getName(), directory, cluster);
        for (String line : LINES) {
            plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
        }
        processors = new Watchdog(plant, directory, "inspect.attempts=" + ATTEMPTS, "kafka.commit.interval.ms=9000");
        deadly = Shots.of("north", 4, 1).getFirst();
        plant.vlm().isDeadly(deadly, SAMPLES, name -> {
            try {
                mayKill.await();
                processors.kill(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void close() {
        mayKill.countDown();
        plant.close();
    }

    @Test
    void killsBeforeItsFirstCommitAndIsHeld() throws Exception {
        try (Outputs outputs = plant.outputs(); LedgerView ledger = plant.ledger()) {
            // given a death before anything of the frame and those beside it was committed
            processors.keepAlive("a");
            innocentFramesAreDecided(outputs);
            mayKill.countDown();
            Position at = sendAmongOthers();
            await().until(() -> processors.deaths() == 1);
            assertThat(ledger.look().look().size()).isZero();

            // when
            processors.keepAlive("a");
            await().until(() -> processors.deaths() == 2);

            // then the attempt was committed before the model was asked
            await().until(() -> ledger.look().attempts(at) == 1);
            settles(outputs, ledger, at, "a");
            assertThat(processors.deaths()).isEqualTo(1 + ATTEMPTS);
        }
    }

    @Test
    void killsTwoProcessorsInTurnAfterItsFirstCommitAndIsHeld() throws Exception {
        try (Outputs outputs = plant.outputs(); LedgerView ledger = plant.ledger()) {
            // given a death after the frame and those beside it were committed
            processors.keepAlive("a", "b");
            innocentFramesAreDecided(outputs);
            Position at = sendAmongOthers();
            await().until(() -> ledger.look().attempts(at) == 1);
            mayKill.countDown();
            await().until(() -> processors.deaths() == 1);

            // when, then
            settles(outputs, ledger, at, "a", "b");
            assertThat(processors.deaths()).isEqualTo(ATTEMPTS);
        }
    }

    private void innocentFramesAreDecided(Outputs outputs) throws Exception {
        List<Frame> first = Shots.ofLines(LINES, 0, 2);
        sent.addAll(first);
        plant.take(first);
        awaitCount(outputs, sent.size());
    }

    /** The deadly frame is asked about while others before it wait for their last sample. */
    private Position sendAmongOthers() throws Exception {
        List<Frame> beside = Shots.ofLines(LINES, 2, 5);
        plant.vlm().holdBack(beside.subList(0, 4), SAMPLES - 1);
        sent.addAll(beside);
        Map<Position, Frame> taken = plant.take(beside);
        return taken.entrySet().stream().filter(entry -> entry.getValue().id().equals(deadly.id())).findFirst()
                .orElseThrow().getKey();
    }

    private void settles(Outputs outputs, LedgerView ledger, Position at, String... names) throws Exception {
        plant.vlm().letGo();
        await().until(() -> {
            processors.keepAlive(names);
            return outputs.look().count() >= sent.size();
        });
        awaitEmpty(ledger);
        assertEachOnceInOrder(outputs.lookToTheEnd(), sent);
        assertThat(LINES.stream().flatMap(line -> outputs.of(line).stream()).filter(d -> !d.isAccepted()))
                .singleElement().satisfies(held -> {
                    assertThat(held.frameId()).isEqualTo(deadly.id().value());
                    assertThat(held.inspection().decision().reason()).isEqualTo(Reason.POISON_FRAME);
                    assertThat(held.inspection().image().position()).isEqualTo(at);
                });
    }
}
