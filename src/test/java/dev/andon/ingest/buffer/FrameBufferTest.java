package dev.andon.ingest.buffer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.ingest.buffer.BufferPolicy.OnFull;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A buffer with its own thread. */
class FrameBufferTest implements BufferListener {

    private final List<String> published = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch blocked = new CountDownLatch(1);

    @TempDir
    Path directory;

    @Test
    void whatIsInMemoryIsSentBeforeItCloses() throws Exception {
        FrameBuffer buffer = open(null, FrameBufferTest::write);
        offer(buffer, 0, 20);

        buffer.close(Duration.ofMinutes(1));

        assertThat(published).isEqualTo(Rig.ids(0, 20));
        assertThat(buffer.status().waiting()).isZero();
        assertThat(buffer.offer(Rig.frame(20))).isFalse();
    }

    @Test
    void aProducerThatBlocksDoesNotKeepItFromClosing() throws Exception {
        FrameBuffer buffer = open(null, this::block);
        offer(buffer, 0, 3);
        blocked.await();

        buffer.close(Duration.ZERO);

        assertThat(buffer.status().dropped()).containsEntry(Drop.Cause.CLOSED, 3L);
        assertThat(said).singleElement().asString().startsWith("dropped 3 frames");
    }

    @Test
    void whatIsLeftOnDiskGoesFirstTheNextTime() throws Exception {
        FrameBuffer first = open(directory, this::block);
        offer(first, 0, 3);
        blocked.await();
        first.close(Duration.ZERO);

        try (FrameBuffer second = open(directory, FrameBufferTest::write)) {
            offer(second, 3, 5);
            while (second.status().published() < 5) {
                Thread.onSpinWait();
            }
        }

        assertThat(published).isEqualTo(Rig.ids(0, 5));
        assertThat(said).singleElement().asString().startsWith("an earlier run left 3 frames (");
    }

    @Override
    public void published(Frame frame, Position position) {
        published.add(frame.id().value());
    }

    @Override
    public void dropped(Frame frame, Drop drop) {
        // The status counts.
    }

    @Override
    public void announced(Announcement announcement) {
        said.add(announcement.text());
    }

    private FrameBuffer open(@Nullable Path spool, FrameOut out) throws Exception {
        BufferPolicy policy = new BufferPolicy(OnFull.WAIT, 1 << 20,
                spool == null ? null : new BufferPolicy.Spool(spool, 1 << 20));
        return FrameBuffer.open("cam-1", policy, Sending.IN_TURN, out, this, InstantSource.system(), new Random(1));
    }

    private static void offer(FrameBuffer buffer, int from, int to) throws InterruptedException {
        for (int number = from; number < to; number++) {
            assertThat(buffer.offer(Rig.frame(number))).isTrue();
        }
    }

    private static CompletableFuture<Position> write(Frame frame) {
        return CompletableFuture.completedFuture(new Position("frames", 0, 0));
    }

    /** As Kafka's producer does where it knows no broker. */
    private CompletableFuture<Position> block(Frame frame) {
        blocked.countDown();
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody opens it");
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
