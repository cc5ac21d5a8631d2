package dev.andon.ingest.cameras;

import java.io.StringReader;
import java.time.Instant;

import dev.andon.config.CameraConfig;
import dev.andon.config.CamerasFile;
import dev.andon.config.DataSize;
import dev.andon.core.camera.CameraState;
import dev.andon.fixture.TestFrames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How a camera is doing whose images others post. */
class PostedFeedTest {

    private final KnownCameras known = new KnownCameras();
    private final CameraLog log = new CameraLog(camera(), _ -> {}, new Recorder(new SimpleMeterRegistry()),
            () -> Instant.EPOCH);
    private final PostedFeed feed = new PostedFeed(known, log);

    @Test
    void itsLogHearsOfItsImagesAndOfNoOthers() {
        runUntilItWaits();

        known.published(TestFrames.frame("l", "f-1", 1));
        known.unfit("cam-1", "no image");
        known.unfit("other", "no image");

        assertThat(log.state()).isEqualTo(CameraState.ONLINE);
        assertThat(log.status().counts().published()).isEqualTo(1);
        assertThat(log.status().counts().unfit()).isEqualTo(1);
    }

    @Test
    void onceItHasEndedNothingIsHeard() {
        runUntilItWaits();

        feed.close();
        known.published(TestFrames.frame("l", "f-1", 1));

        assertThat(log.status().counts().published()).isZero();
    }

    private void runUntilItWaits() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(feed::run).isInstanceOf(InterruptedException.class);
    }

    private static CameraConfig camera() {
        return CamerasFile
                .read("cameras.yaml", new StringReader("cameras: [{camera: cam-1, line: l, posted: {}}]"),
                        new DataSize(1_000))
                .orElse(problems -> {
                    throw new AssertionError(problems);
                }).cameras().getFirst();
    }
}
