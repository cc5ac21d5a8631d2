package dev.andon.images;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.andon.images.LoadedImage.Failed;
import dev.andon.images.LoadedImage.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedRootsTest {

    private static final byte[] IMAGE = Pictures.jpeg();

    @TempDir
    private Path directory;

    private Path root;
    private Path secret;
    private ImageLoader loader;

    @BeforeEach
    void lay() throws IOException {
        root = Files.createDirectories(directory.resolve("root"));
        secret = Files.write(Files.createDirectories(directory.resolve("root-not")).resolve("secret.jpg"), IMAGE);
        loader = new ImageLoader(List.of(directory.resolve("missing"), root), 100_000, 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "deep/er/a.jpg", "with space/ä%20.jpg"})
    void readsWithinTheRoot(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, IMAGE);

        assertThat(load(file.toUri())).isInstanceOf(Loaded.class);
    }

    @Test
    void readsThroughLinksThatStayWithin() throws IOException {
        Path file = Files.write(root.resolve("a.jpg"), IMAGE);
        Path link = Files.createSymbolicLink(root.resolve("link.jpg"), file);
        Path linkedRoot = Files.createSymbolicLink(directory.resolve("linked-root"), root);

        assertThat(load(link.toUri())).isInstanceOf(Loaded.class);
        assertThat(load(linkedRoot.resolve("a.jpg").toUri())).isEqualTo(outside(linkedRoot.resolve("a.jpg").toUri()));
        loader = new ImageLoader(List.of(linkedRoot), 100_000, 1_000_000);
        assertThat(load(linkedRoot.resolve("a.jpg").toUri())).isInstanceOf(Loaded.class);
        assertThat(load(file.toUri())).isInstanceOf(Loaded.class);
    }

    @Test
    void refusesWhatLiesOutside() {
        URI dots = URI.create(root.toUri() + "../root-not/secret.jpg");
        URI encodedDots = URI.create(root.toUri() + "%2e%2e/root-not/secret.jpg");

        assertThat(load(secret.toUri())).isEqualTo(outside(secret.toUri()));
        assertThat(load(dots)).isEqualTo(outside(dots));
        assertThat(load(encodedDots)).isEqualTo(outside(encodedDots));
    }

    @Test
    void refusesLinksThatLeadOutside() throws IOException {
        Path file = Files.createSymbolicLink(root.resolve("link.jpg"), secret);
        Path folder = Files.createSymbolicLink(root.resolve("folder"), secret.getParent());

        assertThat(load(file.toUri())).isEqualTo(outside(file.toUri()));
        assertThat(load(folder.resolve("secret.jpg").toUri())).isEqualTo(outside(folder.resolve("secret.jpg").toUri()));
        assertThat(load(URI.create(folder.toUri() + "/../root-not/secret.jpg"))).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9/a.jpg, 'http://127.0.0.1:9/a.jpg is on a server that is not in images.allowedHosts'",
        "https://example.org/a.jpg, which are []",
        "s3://bucket/a.jpg, a uri of scheme 's3' leads nowhere",
        "ftp://example.org/a.jpg, a uri of scheme 'ftp' leads nowhere",
        "jar:file:/a.jar!/a.jpg, a uri of scheme 'jar' leads nowhere",
        "a.jpg, a uri of scheme '' leads nowhere",
        "'', a uri of scheme '' leads nowhere",
        "file:a.jpg, names no local file",
        "file://host/share/a.jpg, names no local file",
        "file:///a.jpg?query, names no local file",
        "file:///a%00.jpg, names no local file"})
    void refusesEverythingElse(String uri, String detail) {
        assertThat(load(URI.create(uri))).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.detail()).contains(detail));
    }

    @Test
    void saysWhatIsThereInsteadOfAFile() throws IOException {
        Path folder = Files.createDirectory(root.resolve("folder"));

        assertThat(load(folder.toUri())).isEqualTo(new Failed(folder.toUri() + " is no regular file"));
        assertThat(load(root.resolve("gone.jpg").toUri()))
                .isEqualTo(new Failed(root.resolve("gone.jpg").toUri() + " does not exist"));
    }

    @Test
    void checksTheSizeBeforeReading() throws IOException {
        Path large = root.resolve("large.jpg");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertThat(load(large.toUri())).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.detail()).contains("1099511627776 bytes, at most 100000 are read"));
    }

    @Test
    void aFileThatChangedSinceFails() throws IOException {
        Path file = Files.write(root.resolve("a.jpg"), Pictures.firstPart(IMAGE, 0.9));

        assertThat(load(file.toUri())).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.detail()).contains("the frame declares " + IMAGE.length));
    }

    private LoadedImage load(URI uri) {
        return loader.load(Frames.at(uri, IMAGE));
    }

    private Failed outside(URI uri) {
        return new Failed(uri + " is outside of images.allowedRoots, which are ["
                + directory.resolve("missing") + ", " + root + "]");
    }
}
