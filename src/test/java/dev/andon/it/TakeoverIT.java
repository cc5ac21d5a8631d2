package dev.andon.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitCount;
import static org.assertj.core.api.Assertions.assertThat;

/** One of two processors goes, and the other one has its partitions. */
@ExtendWith(SharedCluster.class)
class TakeoverIT {

    private static final Logger LOG = LoggerFactory.getLogger(TakeoverIT.class);
    private static final String NAME = "standby";
    private static final List<String> LINES = List.of("north", "south", "west", "east");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void aProcessorThatIsKilledIsReplacedByOneThatStoodBy(Cluster cluster) throws Exception {
        try (Plant plant = Plant.build(NAME, directory, cluster); Outputs outputs = plant.outputs()) {
            // given
            String setting = "application.standbyReplicas=1";
            Processor first = plant.start(List.of(setting, state("a")));
            List<Frame> sent = take(plant, 0);
            awaitCount(outputs, sent.size());
            plant.start(List.of(setting, state("b")));
            await().until(() -> tasksKept("b") == Plant.PARTITIONS && tasksKept("a") == Plant.PARTITIONS);

            // when
            long killed = System.nanoTime();
            first.kill();
            sent.addAll(take(plant, 1));
            awaitCount(outputs, sent.size());

            // then
            LOG.info("takeover by a standby: {} ms from kill -9 to results on every partition",
                    Duration.ofNanos(System.nanoTime() - killed).toMillis());
            assertEachOnceInOrder(outputs.lookToTheEnd(), sent);
        }
    }

    private List<Frame> take(Plant plant, int from) throws Exception {
        if (from == 0) {
            for (String line : LINES) {
                plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
            }
        }
        List<Frame> frames = new ArrayList<>(Shots.ofLines(LINES, from, 1));
        plant.take(frames);
        return frames;
    }

    private String state(String instance) {
        return "application.stateDir=" + directory.resolve(instance);
    }

    /** Directories of tasks, working or standing by. */
    private int tasksKept(String instance) {
        Path state = directory.resolve(instance).resolve(NAME + "-inspect");
        return (int) IntStream.range(0, Plant.PARTITIONS)
                .filter(partition -> Files.isDirectory(state.resolve("0_" + partition))).count();
    }
}
