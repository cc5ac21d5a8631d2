package dev.andon.images;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirectoryImageStoreTest {

    private static final byte[] IMAGE = Pictures.jpeg();
    private static final String DIGEST = Sha256.hex(IMAGE);

    @TempDir
    private Path directory;

    @Test
    void keepsWhatTheLoaderReads() throws IOException {
        URI uri = store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg");

        assertThat(Path.of(uri)).hasBinaryContent(IMAGE).isEqualTo(directory.resolve("new/sha256")
                .resolve(DIGEST.substring(0, 2)).resolve(DIGEST.substring(2) + ".jpg"));
        assertThat(new ImageLoader(List.of(directory.resolve("new")), 100_000, 1_000_000).load(Frames.at(uri, IMAGE)))
                .isInstanceOf(LoadedImage.Loaded.class);
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, jpg", "image/png, png", "image/gif, gif", "image/bmp, bmp", "../../etc, bin", "'', bin"})
    void theExtensionFollowsTheMediaType(String contentType, String extension) throws IOException {
        URI uri = store().put(ImageBytes.of(IMAGE), DIGEST, contentType);

        assertThat(uri.getPath()).endsWith(DIGEST.substring(2) + "." + extension);
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M, false", "P1D, true", "P300D, true"})
    void givesANewTimeToAnImageThatIsThereAndADayOldAndLeavesOthersAlone(Duration age, boolean anew)
            throws IOException {
        URI first = store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg");
        Instant then = Files.getLastModifiedTime(Path.of(first)).toInstant().minus(Duration.ofDays(1_000));
        Files.setLastModifiedTime(Path.of(first), FileTime.from(then));

        URI second = new DirectoryImageStore(directory.resolve("new"), () -> then.plus(age))
                .put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg");

        assertThat(second).isEqualTo(first);
        assertThat(Path.of(first)).hasBinaryContent(IMAGE);
        assertThat(Files.getLastModifiedTime(Path.of(first)).toInstant().isAfter(then)).isEqualTo(anew);
    }

    @Test
    void replacesAnImageThatIsCutOff() throws IOException {
        Path file = Path.of(store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg"));
        Files.write(file, Pictures.firstPart(IMAGE, 0.5));

        store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg");

        assertThat(file).hasBinaryContent(IMAGE);
    }

    @Test
    void refusesAnotherDigest() {
        assertThatThrownBy(() -> store().put(ImageBytes.of(IMAGE), "../../etc/passwd", "image/jpeg"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(DIGEST);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        Callable<URI> put = () -> store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<URI> uri : threads.invokeAll(Stream.generate(() -> put).limit(32).toList())) {
                assertThat(Path.of(uri.get())).hasBinaryContent(IMAGE);
            }
        }

        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void saysWhatKeepsItFromWriting() throws IOException {
        Files.writeString(directory.resolve("new"), "in the way");

        assertThatThrownBy(() -> store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg"))
                .isInstanceOf(IOException.class).hasMessageContaining(directory.resolve("new").toString());
    }

    private DirectoryImageStore store() {
        return new DirectoryImageStore(directory.resolve("new"));
    }
}
