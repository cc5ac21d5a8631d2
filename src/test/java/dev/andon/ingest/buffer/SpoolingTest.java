package dev.andon.ingest.buffer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.andon.ingest.buffer.BufferPolicy.OnFull;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A backlog with little memory and a directory. */
class SpoolingTest {

    @TempDir
    Path directory;

    @Test
    void theOrderIsKeptFromMemoryToDiskAndBack() throws Exception {
        // given
        Rig rig = Rig.of(OnFull.WAIT, 2, spool(), 100);
        rig.offer(0, 10);
        rig.step();
        rig.out.write();
        rig.step();
        assertThat(rig.backlog.status().spooledFrames()).isEqualTo(9);
        rig.offer(10, 12);
        assertThat(rig.backlog.status().spooledFrames()).as("what comes later is behind").isEqualTo(11);

        // when
        rig.drain();
        rig.offer(12, 14);

        // then
        assertThat(rig.backlog.status().spooledFrames()).as("there is room in memory again").isZero();
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 14));
        assertThat(Spools.files(spool())).isEmpty();
        rig.backlog.close();
    }

    @Test
    void onceOneFrameIsOnDiskAKilledProcessLosesNone() throws Exception {
        // given two that were in memory, one of them sent but not acknowledged, and three that found no room there
        Rig killed = Rig.of(OnFull.WAIT, 2, spool(), 100);
        killed.offer(0, 2);
        killed.step();
        killed.offer(2, 5);
        Spools.copy(spool(), directory.resolve("left"));
        killed.backlog.close();

        // when
        Rig rig = Rig.of(OnFull.WAIT, 2, directory.resolve("left"), 100);
        rig.offer(5, 6);
        rig.drain();

        // then
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 6));
        assertThat(rig.backlog.status().found()).isEqualTo(5);
        rig.backlog.close();
    }

    @Test
    void whatIsInMemoryIsLeftOnDiskAtTheEnd() throws Exception {
        Rig first = Rig.of(OnFull.DROP_NEWEST, 5, spool(), 100);
        first.offer(0, 4);
        first.step();
        first.out.writeAndFail(new TimeoutException("no acknowledgement"));
        first.announcer.offered(first.backlog.close());

        Rig second = Rig.of(OnFull.DROP_NEWEST, 5, spool(), 100);
        second.drain();

        assertThat(first.dropped).isEmpty();
        assertThat(first.out.topic).isEqualTo(Rig.ids(0, 1));
        assertThat(second.out.topic).isEqualTo(Rig.ids(0, 4));
        second.backlog.close();
    }

    @Test
    void theOldestOnDiskIsDroppedWhereTheDiskIsFullToo() throws Exception {
        Rig rig = Rig.of(OnFull.DROP_OLDEST, 2, spool(), 4);
        rig.offer(0, 4);
        rig.step();

        rig.offer(4, 6);

        assertThat(rig.dropped).isEqualTo(Rig.ids(1, 3));
        rig.drain();
        assertThat(rig.out.topic).containsExactly("f-0", "f-3", "f-4", "f-5");
        assertThat(rig.said()).first().asString().contains("bytes on disk are taken");
        rig.backlog.close();
    }

    @Test
    void theNewestIsDroppedWhereTheDiskIsFullToo() throws Exception {
        Rig rig = Rig.of(OnFull.DROP_NEWEST, 2, spool(), 4);

        rig.offer(0, 6);

        assertThat(rig.dropped).isEqualTo(Rig.ids(4, 6));
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 4));
        rig.backlog.close();
    }

    @Test
    void theCameraWaitsWhereTheDiskIsFullToo() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 2, spool(), 4);
        rig.offer(0, 4);
        rig.step();
        Offering fifth = Offering.of(rig, Rig.frame(4));
        assertThat(fifth.waits()).isTrue();

        rig.out.write();
        rig.step();

        assertThat(fifth.taken.get()).isTrue();
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 5));
        rig.backlog.close();
    }

    @Test
    void aTornFileIsSetAsideAndTheOthersGoOn() throws Exception {
        // given
        Rig first = Rig.of(OnFull.WAIT, 1, spool(), 100);
        first.offer(0, 4);
        first.backlog.close();
        Path torn = Spools.files(spool()).get(1);
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 1_000));
        Files.delete(Spools.files(spool()).get(2));

        // when
        Rig second = Rig.of(OnFull.WAIT, 1, spool(), 100);
        second.drain();

        // then
        assertThat(second.out.topic).containsExactly("f-0", "f-3");
        assertThat(second.backlog.status().damaged()).isEqualTo(1);
        assertThat(spool().resolve("damaged").resolve(torn.getFileName())).hasSize(1_000);
        assertThat(second.said()).singleElement().asString().contains("the 1000 bytes", torn.toString());
        second.backlog.close();
    }

    @Test
    void aFileThatSomebodyTookAwayIsSaidAndTheOthersGoOn() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 1, spool(), 100);
        rig.offer(0, 3);
        Files.delete(Spools.files(spool()).get(1));

        rig.drain();

        assertThat(rig.out.topic).containsExactly("f-0", "f-2");
        assertThat(rig.said()).singleElement().asString().contains("somebody took");
        rig.backlog.close();
    }

    @Test
    void whatTheDiskDoesNotTakeStaysInMemoryAndIsSaidOnce() throws Exception {
        // given
        Rig rig = Rig.of(OnFull.DROP_OLDEST, 3, spool(), 100);
        Files.move(spool(), directory.resolve("elsewhere"));
        rig.offer(0, 3);

        // when
        rig.offer(3, 5);

        // then
        assertThat(rig.dropped).isEqualTo(Rig.ids(0, 2));
        assertThat(rig.announced).filteredOn(Announcement.SpoolFailed.class::isInstance).hasSize(1);
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(2, 5));
        rig.backlog.close();
    }

    @Test
    void whatIsOnDiskIsNotGivenUpForADiskThatTakesNothing() throws Exception {
        // given three on disk, one of them under way
        Rig rig = Rig.of(OnFull.DROP_OLDEST, 1, spool(), 100);
        rig.offer(0, 3);
        rig.step();
        Files.move(spool(), directory.resolve("elsewhere"));

        // when
        rig.offer(3, 5);

        // then
        assertThat(rig.dropped).isEqualTo(Rig.ids(3, 5));
        Files.move(directory.resolve("elsewhere"), spool());
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 3));
        rig.backlog.close();
    }

    private Path spool() {
        return directory.resolve("spool");
    }
}
