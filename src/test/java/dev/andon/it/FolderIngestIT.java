package dev.andon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Files that a camera drops while whatever brings them to the topic is killed: each is decided once. */
@ExtendWith(SharedCluster.class)
class FolderIngestIT {

    private static final int FILES = Integer.getInteger("andon.folder.files", 400);
    private static final int KILLS = Integer.getInteger("andon.folder.kills", 3);
    private static final String LINE = "line-1";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void eachFileIsDecidedOnceWhoeverIsKilled(Cluster cluster) throws Exception {
        Path drop = Files.createDirectory(directory.resolve("drop"));
        Path done = drop.resolve("done");
        try (Plant plant = Plant.build("folder", directory, cluster); Outputs outputs = plant.outputs()) {
            // given
            plant.start();
            int share = FILES / (KILLS + 1);

            // when
            for (int kill = 0; kill < KILLS; kill++) {
                try (Processor ingest = start(drop)) {
                    drop(drop, kill * share, (kill + 1) * share);
                    int enough = kill * share + share / 3;
                    await().until(() -> count(done) >= enough);
                    ingest.kill();
                }
            }
            drop(drop, KILLS * share, FILES);
            try (Processor ingest = start(drop)) {
                await().until(() -> count(done) == FILES);
                assertThat(ingest.stop()).isZero();
            }

            // then
            awaitDecisions(outputs, LINE, FILES);
            outputs.lookToTheEnd();
            assertThat(outputs.of(LINE)).extracting(decision -> decision.inspection().frame().unitId())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, FILES).mapToObj(i -> "SN" + i).toList());
            assertThat(outputs.deadLettersOf(LINE)).isEmpty();
            assertThat(drop.resolve("failed")).isEmptyDirectory();
        }
    }

    private Processor start(Path drop) throws IOException {
        return Processor.start(List.of("ingest", "folder", drop.toString(), "--line", LINE, "--camera", "cam-1",
                "--pattern", "{unit}_{*}", "--settle", "0", "--config", directory.resolve("andon.yaml").toString()),
                directory.resolve("ingest.out"), directory.resolve("ingest.log"));
    }

    /** Written elsewhere and renamed, as those do who know that somebody is waiting. */
    private void drop(Path drop, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Path file = Files.write(directory.resolve("shot"), TestFrames.image(i % 200));
            Files.move(file, drop.resolve("SN" + i + "_cam.jpg"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static long count(Path done) throws IOException {
        if (!Files.isDirectory(done)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(done)) {
            return files.count();
        }
    }
}
