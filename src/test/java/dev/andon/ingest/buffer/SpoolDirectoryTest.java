package dev.andon.ingest.buffer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

import dev.andon.ingest.buffer.SpoolDirectory.Kept;
import dev.andon.ingest.buffer.SpoolDirectory.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpoolDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsReadAfterwards() throws Exception {
        try (SpoolDirectory spool = open(1 << 20)) {
            keep(spool, 7);
            keep(spool, 12);
        }

        try (SpoolDirectory again = open(1 << 20)) {
            assertThat(again.found()).extracting(SpoolFile::number).containsExactly(7L, 12L);
            assertThat(again.read(again.found().getLast())).isInstanceOfSatisfying(Read.Whole.class,
                    whole -> assertThat(whole.frame()).usingRecursiveComparison().isEqualTo(Rig.frame(12)));
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsDamaged() throws Exception {
        try (SpoolDirectory spool = open(1 << 20)) {
            SpoolFile file = keep(spool, 1);
            Path path = directory.resolve(file.name());
            byte[] whole = Files.readAllBytes(path);
            for (int length = 0; length < whole.length; length++) {
                Files.write(path, Arrays.copyOf(whole, length));

                assertThat(spool.read(file)).as("%d bytes", length).isInstanceOf(Read.Damaged.class);
            }
            Files.write(path, whole);
            assertThat(spool.read(file)).isInstanceOf(Read.Whole.class);
        }
    }

    @Test
    void aFileWithAnyOtherByteIsDamaged() throws Exception {
        try (SpoolDirectory spool = open(1 << 20)) {
            SpoolFile file = keep(spool, 1);
            Path path = directory.resolve(file.name());
            byte[] bytes = Files.readAllBytes(path);
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] ^= 1;
                Files.write(path, bytes);

                assertThat(spool.read(file)).as("byte %d", at).isInstanceOf(Read.Damaged.class);
                bytes[at] ^= 1;
            }
        }
    }

    @Test
    void whatWasNotFinishedGoesAndWhatIsNotOursStays() throws Exception {
        try (SpoolDirectory spool = open(1 << 20)) {
            SpoolFile file = keep(spool, 1);
            Files.move(directory.resolve(file.name()), directory.resolve(file.name() + ".unfinished"));
        }
        Files.writeString(directory.resolve("notes.txt"), "mine");

        try (SpoolDirectory again = open(1 << 20)) {
            assertThat(again.found()).isEmpty();
            assertThat(again.bytes()).isZero();
        }
        assertThat(directory).isDirectoryContaining("glob:**/notes.txt")
                .isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void twoCannotShareADirectory() throws Exception {
        try (SpoolDirectory _ = open(1 << 20)) {
            assertThatThrownBy(() -> open(1 << 20)).isInstanceOf(IOException.class)
                    .hasMessage("somebody else keeps frames in " + directory + ": end the other process, or give each"
                            + " camera of each process a directory of its own");
        }
        open(1 << 20).close();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(directory.resolve("file"), "in the way");

        assertThatThrownBy(() -> SpoolDirectory
                .open(new BufferPolicy.Spool(directory.resolve("file/spool"), 1), () -> Instant.EPOCH))
                .isInstanceOf(IOException.class).hasMessageStartingWith("frames cannot be kept in ");
    }

    @Test
    void theBoundHoldsForAllFiles() throws Exception {
        try (SpoolDirectory spool = open(12_000)) {
            SpoolFile first = keep(spool, 1);
            for (int number = 2; spool.write(number, Rig.frame(number)) instanceof Kept.Whole; number++) {
                assertThat(spool.bytes()).isLessThanOrEqualTo(12_000);
            }
            assertThat(spool.write(99, Rig.frame(99))).isInstanceOf(Kept.NoRoom.class);

            spool.delete(first);

            assertThat(spool.write(99, Rig.frame(99))).isInstanceOf(Kept.Whole.class);
        }
    }

    private SpoolDirectory open(long maxBytes) throws IOException {
        return SpoolDirectory.open(new BufferPolicy.Spool(directory, maxBytes), () -> Instant.EPOCH);
    }

    private static SpoolFile keep(SpoolDirectory spool, int number) {
        return ((Kept.Whole) spool.write(number, Rig.frame(number))).file();
    }
}
