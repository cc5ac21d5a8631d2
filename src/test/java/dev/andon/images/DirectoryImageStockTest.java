package dev.andon.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryImageStockTest {

    private static final byte[] IMAGE = Pictures.jpeg();
    private static final String DIGEST = Sha256.hex(IMAGE);
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path directory;

    @Test
    void aStoreThatHasNeverKeptAnythingIsEmpty() throws IOException {
        assertThat(images()).isEmpty();
    }

    @Test
    void listsImagesAndNothingElse() throws IOException {
        Path image = keep();
        Files.writeString(image.resolveSibling("5f3b.tmp"), "left by a crash");
        Files.writeString(directory.resolve("README.jpg"), "somebody else's");
        Files.createSymbolicLink(image.resolveSibling("0".repeat(62) + ".jpg"), image);

        List<StoredImage> images = images();

        assertThat(images).containsExactly(new StoredImage(
                "sha256/" + DIGEST.substring(0, 2) + "/" + DIGEST.substring(2) + ".jpg", DIGEST, IMAGE.length, THEN));
        assertThat(stock().uri(images.getFirst())).isEqualTo(image.toUri());
    }

    @Test
    void deletesAnImageOnce() throws IOException {
        Path image = keep();
        StoredImage listed = images().getFirst();

        assertThat(stock().delete(listed)).isTrue();

        assertThat(image).doesNotExist();
        assertThat(stock().delete(listed)).isFalse();
    }

    @Test
    void sparesAnImageThatWasKeptAgainMeanwhile() throws IOException {
        Path image = keep();
        StoredImage listed = images().getFirst();
        new DirectoryImageStore(directory).put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg");

        boolean deleted = stock().delete(listed);

        assertThat(deleted).isFalse();
        assertThat(image).exists();
    }

    private Path keep() throws IOException {
        Path image = Path.of(new DirectoryImageStore(directory).put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg"));
        return Files.setLastModifiedTime(image, FileTime.from(THEN));
    }

    private List<StoredImage> images() throws IOException {
        List<StoredImage> images = new ArrayList<>();
        stock().each(images::add);
        return images;
    }

    private DirectoryImageStock stock() {
        return new DirectoryImageStock(directory);
    }
}
