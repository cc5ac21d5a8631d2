package dev.andon.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import dev.andon.app.StopSignal;
import dev.andon.core.frame.Frame;
import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.SyntheticCamera;
import dev.andon.demo.summary.SentFrame;
import dev.andon.ingest.FramePublisher;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameFeedTest {

    /** Undecided frames that three cameras may have; time stands still until they are drawn, however slowly. */
    private static final int FULL = 48;

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(true, new RoundRobinPartitioner(),
            new ByteArraySerializer(), new ByteArraySerializer());
    private final FramePublisher publisher = new FramePublisher(() -> producer, "frames", FrameFeedTest::encode);
    private final StopSignal stop = new StopSignal();

    @Test
    void sharesTheFramesAmongTheCamerasAndKeepsTheTruth() throws IOException, InterruptedException {
        FrameFeed feed = feed(7, () -> 0);

        List<SentFrame> sent = feed.run();

        assertThat(sent).extracting(SentFrame::line).filteredOn("bracket-1"::equals).hasSize(3);
        assertThat(sent).extracting(SentFrame::line).filteredOn("board-1"::equals).hasSize(2);
        assertThat(sent).extracting(SentFrame::frameId).doesNotHaveDuplicates().hasSize(7);
        assertThat(sent).allSatisfy(frame -> assertThat(frame.frameId()).matches("[0-9a-f-]{36}"));
        assertThat(feed.count()).isEqualTo(7);
    }

    @Test
    void waitsWhileTooManyFramesAreUndecidedAndGivesUpInTheEnd() throws IOException, InterruptedException {
        FrameFeed feed = feed(1000, () -> 0);

        List<SentFrame> sent = feed.run();

        assertThat(sent).hasSize(FULL);
        assertThat(feed.awaitQuiet()).isFalse();
    }

    @Test
    void goesOnWhenFramesAreDecided() throws IOException, InterruptedException {
        AtomicLong decided = new AtomicLong();
        FrameFeed feed = feed(60, decided::incrementAndGet);

        assertThat(feed.run()).hasSize(60);
        assertThat(feed.awaitQuiet()).isTrue();
    }

    @Test
    void sendsNothingOnceStopped() throws IOException, InterruptedException {
        stop.request();

        assertThat(feed(10, () -> 0).run()).isEmpty();
    }

    @Test
    void tellsWhenTheBrokerRefuses() {
        producer.sendException = new IllegalStateException("refused on purpose");

        assertThatThrownBy(() -> feed(10, () -> 0).run()).isInstanceOf(IOException.class)
                .hasRootCauseMessage("refused on purpose");
        assertThat(stop.requested()).isTrue();
    }

    private FrameFeed feed(long frames, LongSupplier decided) {
        DemoOptions options = new DemoOptions(frames, 3, Double.POSITIVE_INFINITY, 5, 0, false, null);
        AtomicLong clock = new AtomicLong();
        InstantSource afterAllCameras = () -> Instant
                .ofEpochSecond(producer.history().size() < FULL ? 0 : clock.incrementAndGet());
        return new FrameFeed(options, SyntheticCamera.lines(3, 5, Mix.DEFAULT), publisher, decided, stop,
                Duration.ofSeconds(100), afterAllCameras);
    }

    private static byte[] encode(Frame frame) {
        return new byte[]{(byte) frame.size()};
    }
}
