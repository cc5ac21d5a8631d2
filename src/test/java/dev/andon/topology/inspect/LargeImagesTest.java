package dev.andon.topology.inspect;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Images that are loaded by their uri count in the bytes in flight, which are 1 MB on the bench, like any image. */
class LargeImagesTest {

    private static final int BUDGET = 1 << 20;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8, new ParkingSettings(OnOutage.REVIEW, 100));
        bench.rereadsWhatCame();
        for (int line = 0; line < 6; line++) {
            bench.policy(TestPolicies.fixed("line-" + line, 1, "some-model", 0.25));
        }
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void manyLargeImagesAreNotLoadedAtOnce() {
        bench.workers.hold();
        for (int line = 0; line < 6; line++) {
            bench.frame(frame("line-" + line, 400_000));
        }
        assertThat(bench.window.bytes()).isBetween(800_000L, (long) BUDGET);
        assertThat(bench.workers.size()).isEqualTo(2);

        finish();
    }

    @Test
    void anImageThatDoesNotSayHowLargeItIsCountsAsTheLargest() {
        bench.workers.hold();
        bench.frame(frame("line-0", 0));
        bench.frame(frame("line-1", 1_000));

        assertThat(bench.window.bytes()).as("the oldest enters alone").isBetween((long) BUDGET, BUDGET + 1_000L);
        assertThat(bench.workers.size()).isEqualTo(1);
        finish();
    }

    private void finish() {
        for (int i = 0; i < 40; i++) {
            while (bench.workers.size() > 0) {
                bench.workers.runOldest();
                assertThat(bench.window.bytes()).isLessThan(BUDGET + 1_000L);
            }
            bench.pass(Duration.ofMillis(20));
        }
        assertThat(bench.ledger()).isEmpty();
        assertThat(bench.window.items() + bench.window.bytes()).isZero();
    }

    private static Frame frame(String line, long size) {
        return new Frame(new FrameId("f"), new LineId(line), "cam-1", null, null, null, null,
                Instant.parse("2026-01-02T03:04:05Z"), "image/jpeg", size, "0".repeat(64),
                new ImageSource.Reference(URI.create("file:///nowhere/image.jpg")), null);
    }
}
