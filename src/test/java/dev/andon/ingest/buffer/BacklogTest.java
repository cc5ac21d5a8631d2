package dev.andon.ingest.buffer;

import java.nio.file.Path;

import dev.andon.ingest.buffer.BufferPolicy.OnFull;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BacklogTest {

    @Test
    void theCameraWaitsForRoom() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 2, 1);
        rig.offer(0, 2);
        rig.step();
        Offering third = Offering.of(rig, Rig.frame(2));
        assertThat(rig.backlog.status().offered()).isEqualTo(2);

        rig.out.write();
        rig.step();

        assertThat(third.taken.get()).isTrue();
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 3));
    }

    @Test
    void whoIsInterruptedWhileWaitingHasOfferedNothing() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 1, 1);
        rig.offer(0, 1);
        Offering second = Offering.of(rig, Rig.frame(1));

        second.thread.interrupt();
        second.thread.join();

        assertThat(second.failure.get()).isInstanceOf(InterruptedException.class);
        assertThat(rig.backlog.status().offered()).isEqualTo(1);
        assertThat(rig.dropped).isEmpty();
    }

    @Test
    void whoWaitsIsSentAwayWhenTheBufferCloses() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 1, 1);
        rig.offer(0, 1);
        Offering second = Offering.of(rig, Rig.frame(1));

        rig.backlog.shut();

        assertThat(second.taken.get()).isFalse();
        assertThat(rig.backlog.status().dropped()).containsEntry(Drop.Cause.CLOSED, 1L);
    }

    @Test
    void theNewestIsDropped() throws Exception {
        Rig rig = Rig.of(OnFull.DROP_NEWEST, 2, 1);

        rig.offer(0, 4);

        assertThat(rig.dropped).isEqualTo(Rig.ids(2, 4));
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 2));
    }

    @Test
    void theOldestIsDroppedThatKafkaCannotHave() throws Exception {
        Rig rig = Rig.of(OnFull.DROP_OLDEST, 3, 1);
        rig.offer(0, 3);
        rig.step();

        rig.offer(3, 5);

        assertThat(rig.dropped).isEqualTo(Rig.ids(1, 3));
        rig.drain();
        assertThat(rig.out.topic).containsExactly("f-0", "f-3", "f-4");
        assertThat(rig.backlog.status().dropped()).containsEntry(Drop.Cause.FULL, 2L);
    }

    @Test
    void whereKafkaMayHaveAllTheNewOneIsDropped() throws Exception {
        Rig rig = Rig.of(OnFull.DROP_OLDEST, 1, 1);
        rig.offer(0, 1);
        rig.step();

        boolean taken = rig.offer(Rig.frame(1));

        assertThat(taken).isFalse();
        assertThat(rig.dropped).isEqualTo(Rig.ids(1, 2));
    }

    @Test
    void oneThatIsLargerThanTheBufferIsTakenAlone() throws Exception {
        Rig rig = Rig.of(OnFull.DROP_NEWEST, 1, 1);

        assertThat(rig.offer(Rig.frame(0, 5 * Rig.WEIGHT))).isTrue();
        assertThat(rig.offer(Rig.frame(1))).isFalse();
    }

    @Test
    void whatIsLeftInMemoryIsDroppedAtTheEnd() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 5, 1);
        rig.offer(0, 3);
        rig.step();

        rig.announcer.offered(rig.backlog.close());
        rig.out.write();
        rig.step();

        BufferStatus status = rig.backlog.status();
        assertThat(status.dropped()).containsEntry(Drop.Cause.CLOSED, 3L);
        assertThat(status.published()).as("said too late").isZero();
        assertThat(status.memoryBytes()).isZero();
        assertThat(rig.dropped).isEqualTo(Rig.ids(0, 3));
        assertThat(rig.said()).singleElement().asString().startsWith("dropped 3 frames");
        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 1));
    }

    @Test
    void theOldestIsSeenAsLongAsItIsNotAcknowledged() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 5, 1);
        rig.offer(0, 1);
        rig.now = rig.now.plusSeconds(7);
        rig.offer(1, 2);
        rig.step();

        assertThat(rig.backlog.status().oldest()).isEqualTo(rig.now.minusSeconds(7));
        rig.drain();
        assertThat(rig.backlog.status().oldest()).isNull();
    }

    @Test
    void boundsThatHoldNothingAreRefused() {
        assertThatThrownBy(() -> new BufferPolicy(OnFull.WAIT, 0, null)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new BufferPolicy(OnFull.WAIT, 10, new BufferPolicy.Spool(Path.of("x"), 9)))
                .hasMessageContaining("9 bytes");
    }
}
