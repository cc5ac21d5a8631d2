package dev.andon.it;

import java.nio.file.Path;
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
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** A processor that starts before what it needs. */
@ExtendWith(SharedCluster.class)
class StartIT {

    private static final String LINE = "early";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void itWaitsForTheBrokersAndSaysSo(Cluster cluster) throws Exception {
        try (Plant plant = Plant.build("waiting", directory, cluster);
                Outputs outputs = plant.outputs();
                Relay relay = new Relay(directory, cluster.bootstrapServers())) {
            // given
            plant.decree(TestPolicies.fixed(LINE, 1, "steady", 0.25));
            List<Frame> frames = Shots.of(LINE, 0, 3);
            plant.take(frames);

            // when
            plant.start(List.of("kafka.bootstrap.servers=" + relay.address(),
                    "kafka.admin.request.timeout.ms=1000", "kafka.admin.default.api.timeout.ms=2000"));

            // then
            try (OperationsView operations = OperationsView.of(plant)) {
                String waiting = "waiting for Kafka at " + relay.address();
                await().until(() -> operations.look("/health/ready").body().contains(waiting));
                assertThat(operations.look("/health/ready").statusCode()).isEqualTo(503);
                assertThat(operations.look("/health/live").statusCode()).isEqualTo(200);
                assertThat(plant.log()).contains(waiting);

                relay.open();
                operations.awaitStatus("/health/ready", 200);
            }
            awaitDecisions(outputs, LINE, frames.size());
            assertEachOnceInOrder(outputs.lookToTheEnd(), frames);
        }
    }
}
