package dev.andon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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

/** The processor goes away with frames in flight and comes back. */
@ExtendWith(SharedCluster.class)
class RestartIT {

    private static final List<String> LINES = List.of("north", "south", "west");
    private static final int SAMPLES = 5;
    private static final int LAST = SAMPLES - 1;
    private static final int EACH = 8;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Plant plant;

    @BeforeEach
    void build(Cluster cluster, TestInfo test) throws Exception {
        plant = Plant.build(test.getTestMethod().orElseThrow().getName(), directory, cluster);
        for (String line : LINES) {
            plant.decree(TestPolicies.fixed(line, 1, line.equals("west") ? ScriptedVlm.TORN : "steady", 0.25));
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void aKilledProcessorGoesOnFromItsLedger() throws Exception {
        endsInMidFlight(Processor::kill, ledger -> {});
    }

    @Test
    void aStoppedProcessorGoesOnFromItsLedgerAndLeavesNoFrameUnderSuspicion() throws Exception {
        endsInMidFlight(Processor::stop, ledger -> await().until(() -> ledger.look().charged() == 0));
    }

    @Test
    void anotherMachineTakesOver() throws Exception {
        endsInMidFlight(Processor::kill, ledger -> delete(plant.state()));
    }

    @Test
    void anotherMachineJoinsAndIsLeftAlone() throws Exception {
        // given frames in flight on one machine
        List<Frame> frames = Shots.ofLines(LINES, 0, 20);
        plant.vlm().holdBack(frames, LAST);
        plant.vlm().slow(Duration.ofMillis(200));
        try (Outputs outputs = plant.outputs(); LedgerView ledger = plant.ledger()) {
            Processor first = plant.start();
            plant.take(frames);
            await().until(() -> ledger.look().size() >= LINES.size());

            // when another one takes some of them over, and then the rest
            plant.start(directory.resolve("elsewhere"));
            await().until(() -> plant.log().contains("goes on with"));
            plant.vlm().letGo();
            awaitCount(outputs, 10);
            first.kill();

            // then
            awaitCount(outputs, frames.size());
            awaitEmpty(ledger);
            assertEachOnceInOrder(outputs.lookToTheEnd(), frames);
        }
    }

    @Test
    void framesThatWereDeletedMeanwhileAreHeldAndNotForgotten() throws Exception {
        // given frames in flight, of which the broker deletes all but the last on each partition
        List<Frame> frames = Shots.ofLines(LINES, 0, 4);
        plant.vlm().holdBack(frames, LAST);
        Processor first = plant.start();
        Map<Position, Frame> taken = plant.take(frames);
        try (Outputs outputs = plant.outputs(); LedgerView ledger = plant.ledger()) {
            await().until(() -> ledger.look().size() == frames.size());
            first.kill();
            Set<Position> kept = plant.forgetAllButTheLast(taken.keySet());

            // when
            plant.vlm().letGo();
            plant.start();

            // then
            awaitCount(outputs, frames.size());
            awaitEmpty(ledger);
            for (String line : LINES) {
                List<Position> positions = taken.keySet().stream()
                        .filter(position -> line.equals(Objects.requireNonNull(taken.get(position)).line().value()))
                        .toList();
                assertThat(outputs.lookToTheEnd().of(line)).extracting(d -> d.inspection().image().position())
                        .containsExactlyElementsOf(positions);
                assertThat(outputs.of(line)).allSatisfy(d -> assertThat(
                        d.inspection().decision().reason() == Reason.SOURCE_LOST)
                        .isNotEqualTo(kept.contains(d.inspection().image().position())));
            }
        }
    }

    private interface End {
        void of(Processor processor) throws Exception;
    }

    private interface Meanwhile {
        void happens(LedgerView ledger) throws Exception;
    }

    private void endsInMidFlight(End end, Meanwhile meanwhile) throws Exception {
        // given frames that lack their last sample, and frames that wait for room
        List<Frame> before = Shots.ofLines(LINES, 0, EACH);
        plant.vlm().holdBack(before, LAST);
        Processor first = plant.start();
        Map<Position, Frame> taken = plant.take(before);
        try (Outputs outputs = plant.outputs(); LedgerView ledger = plant.ledger()) {
            await().until(
                    () -> ledger.look().withSamples(LAST).size() >= LINES.size() && ledger.size() == taken.size());

            assertThat(ledger.charged()).as("frames in work").isPositive();

            // when
            end.of(first);
            List<Frame> after = Shots.ofLines(LINES, EACH, 2);
            plant.take(after);
            Set<Position> sampled = ledger.look().withSamples(LAST);
            meanwhile.happens(ledger);
            plant.vlm().letGo();
            plant.start();

            // then
            List<Frame> all = Stream.concat(before.stream(), after.stream()).toList();
            awaitCount(outputs, all.size());
            awaitEmpty(ledger);
            assertEachOnceInOrder(outputs.lookToTheEnd(), all);
            assertThat(sampled).isNotEmpty().allSatisfy(position -> {
                Frame frame = Objects.requireNonNull(taken.get(position));
                assertThat(plant.vlm().answers(frame, LAST)).as("answers about %s before its last", frame.id())
                        .isEqualTo(LAST);
            });
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
