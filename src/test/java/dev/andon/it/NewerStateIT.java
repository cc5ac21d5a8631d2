package dev.andon.it;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

import static dev.andon.it.Guarantees.awaitCount;
import static org.assertj.core.api.Assertions.assertThat;

/** A changelog into which a newer version of the program has written. */
@ExtendWith(SharedCluster.class)
class NewerStateIT {

    private static final int FAILED = 1;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void isRefusedWithWhatToDo(Cluster cluster) throws Exception {
        try (Plant plant = Plant.build("newer-state", directory, cluster); Outputs outputs = plant.outputs()) {
            // given
            plant.decree(TestPolicies.fixed("north", 1, "steady", 0.25));
            List<Frame> frames = Shots.of("north", 0, 1);
            Processor first = plant.start();
            plant.take(frames);
            awaitCount(outputs, 1);
            first.stop();
            for (int partition = 0; partition < Plant.PARTITIONS; partition++) {
                plant.writeChangelog("in-flight", partition, ByteBuffer.allocate(8).putLong(4711).array(), newer());
            }

            // when
            int exit = plant.start().awaitEnd();

            // then
            assertThat(exit).isEqualTo(FAILED);
            assertThat(plant.log()).contains("cannot go on: ", "another version of this program", "start the version");
        }
    }

    /** Avro's single-object encoding with a fingerprint that nobody knows. */
    private static byte[] newer() {
        return ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0xC3).put((byte) 1)
                .putLong(0x0123456789ABCDEFL).array();
    }
}
