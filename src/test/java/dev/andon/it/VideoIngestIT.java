package dev.andon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.andon.fixture.Cluster;
import dev.andon.fixture.NeedsFfmpeg;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.rtsp.Videos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A video file becomes frames: every picture once, each with its time, at any speed. */
@NeedsFfmpeg
@ExtendWith(SharedCluster.class)
class VideoIngestIT {

    private static final Instant START = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final int PICTURES = 50;
    private static final int MILLIS = 40;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void everyPictureOnceWithItsTime(Cluster cluster) throws Exception {
        Path video = directory.resolve("a.mp4");
        Videos.write(video, PICTURES, "25");
        try (Plant plant = Plant.build("video", directory, cluster);
                TakenFrames frames = new TakenFrames(plant.config(), plant.codecs())) {
            // when
            int fast = ingest(video, "fast").awaitEnd();
            int slow = ingest(video, "slow", "--speed", "1").awaitEnd();
            try (Processor looping = ingest(video, "loop", "--loop")) {
                await().until(() -> frames.look().of("loop").size() > 3 * PICTURES);
                assertThat(looping.stop()).isZero();
            }
            int none = ingest(directory.resolve("none.mp4"), "none").awaitEnd();

            // then
            assertThat(List.of(fast, slow)).containsOnly(0);
            assertShows(frames.of("fast"), PICTURES);
            assertShows(frames.of("slow"), PICTURES);
            assertShows(frames.look().of("loop"), frames.of("loop").size());
            assertThat(none).isOne();
            assertThat(said("fast")).contains(PICTURES + " frames published, 0 pictures unfit, 0 dropped");
            assertThat(said("none")).contains("0 frames published");
            assertThat(Files.readString(directory.resolve("andon.log"))).contains("the file cannot be read");
        }
    }

    private Processor ingest(Path video, String camera, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("ingest", "video", video.toString(), "--line", "line-" + camera,
                        "--camera", camera, "--start", START.toString(), "--config",
                        directory.resolve("andon.yaml").toString()));
        arguments.addAll(List.of(more));
        return Processor.start(arguments, directory.resolve(camera + ".out"), directory.resolve("andon.log"));
    }

    private String said(String camera) throws IOException {
        return Files.readString(directory.resolve(camera + ".out"));
    }

    private static void assertShows(List<TakenFrames.Seen> frames, int count) {
        assertThat(frames).containsExactlyElementsOf(IntStream.range(0, count)
                .mapToObj(i -> new TakenFrames.Seen(i % PICTURES, START.plusMillis((long) i * MILLIS))).toList());
    }
}
