package dev.andon.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitCount;
import static dev.andon.it.Guarantees.awaitDecisions;
import static dev.andon.it.Guarantees.awaitEmpty;
import static org.assertj.core.api.Assertions.assertThat;

/** Broker and registry go away in mid-stream and come back. */
class OutageIT {

    private static final List<String> LINES = List.of("front", "back");

    private static Cluster cluster;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Plant plant;
    private Outputs outputs;

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = Cluster.startKillable();
    }

    @AfterAll
    static void closeCluster() {
        cluster.close();
    }

    @BeforeEach
    void build(TestInfo test) throws Exception {
        plant = Plant.build(test.getTestMethod().orElseThrow().getName(), directory, cluster);
        for (String line : LINES) {
            plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
        }
        outputs = plant.outputs();
        plant.start();
    }

    @AfterEach
    void close() {
        outputs.close();
        plant.close();
    }

    @Test
    void aBrokerThatIsKilledCostsNoFrame() throws Exception {
        // given
        plant.vlm().slow(Duration.ofMillis(200));
        List<Frame> before = Shots.ofLines(LINES, 0, 25);
        plant.take(before);
        awaitCount(outputs, 5);

        // when
        cluster.killBroker();
        cluster.restartBroker();
        List<Frame> after = Shots.ofLines(LINES, 25, 5);
        plant.take(after);

        // then
        List<Frame> all = Stream.concat(before.stream(), after.stream()).toList();
        awaitCount(outputs, all.size());
        try (LedgerView ledger = plant.ledger()) {
            awaitEmpty(ledger);
        }
        assertEachOnceInOrder(outputs.lookToTheEnd(), all);
    }

    @Test
    void framesOfAnUnknownSchemaWaitForTheRegistryAndTheOthersGoOn() throws Exception {
        // given a processor that knows one schema of frames but not the other
        List<Frame> first = Shots.of("front", 0, 3);
        plant.take(first);
        awaitDecisions(outputs, "front", 3);
        NewerSchema newer = NewerSchema.register(cluster.registryUrl(), plant);

        // when
        cluster.killRegistry();
        List<Frame> parked = Shots.of("back", 0, 4);
        for (Frame frame : parked) {
            plant.take(frame, newer.encode(frame));
        }
        List<Frame> known = Shots.of("front", 3, 4);
        plant.take(known);

        // then
        try (LedgerView ledger = plant.ledger()) {
            awaitDecisions(outputs, "front", 7);
            await().until(() -> ledger.look().size() == parked.size());
            assertThat(outputs.lookToTheEnd().of("back")).isEmpty();

            cluster.restartRegistry();
            awaitDecisions(outputs, "back", parked.size());
            awaitEmpty(ledger);
        }
        assertEachOnceInOrder(outputs.lookToTheEnd(),
                Stream.of(first, known, parked).flatMap(List::stream).toList());
        assertThat(outputs.deadLettersOf("back")).isEmpty();
    }

    @Test
    void aProcessorThatNeverSawAFrameWaitsForTheRegistryAndIsNotReadyMeanwhile() throws Exception {
        // given a processor that is ready to write and has read nothing yet
        try (OperationsView operations = OperationsView.of(plant); LedgerView ledger = plant.ledger()) {
            operations.awaitStatus("/health/ready", 200);

            // when
            cluster.killRegistry();
            List<Frame> frames = Shots.ofLines(LINES, 0, 3);
            plant.take(frames);
            await().until(() -> ledger.look().size() == frames.size());
            operations.awaitStatus("/health/ready", 503);
            assertThat(operations.look("/health/ready").body()).contains("\"registry\":{\"level\":\"DOWN\"");
            assertThat(operations.look("/health/live").statusCode()).isEqualTo(200);
            assertThat(outputs.lookToTheEnd().count()).isZero();
            cluster.restartRegistry();

            // then
            awaitCount(outputs, frames.size());
            awaitEmpty(ledger);
            operations.awaitStatus("/health/ready", 200);
            assertThat(operations.look("/metrics").body()).contains("andon_frames_decided_total{",
                    "andon_vlm_calls_total{", "jvm_memory_used_bytes{", "kafka_stream_thread_process_total{");
            assertEachOnceInOrder(outputs.lookToTheEnd(), frames);
        }
    }
}
