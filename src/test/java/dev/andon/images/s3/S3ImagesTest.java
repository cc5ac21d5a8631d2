package dev.andon.images.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;
import dev.andon.fixture.S3Server;
import dev.andon.fixture.TestFrames;
import dev.andon.images.Extent;
import dev.andon.images.ImageAccess;
import dev.andon.images.ImageLoader;
import dev.andon.images.LoadedImage;
import dev.andon.images.StoredImage;
import dev.andon.images.Unusable;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a server that checks signatures and checksums. */
class S3ImagesTest {

    private static final byte[] IMAGE = TestFrames.image(7);
    private static final String DIGEST = Sha256.hex(IMAGE);
    private static final String NAME = "sha256/" + DIGEST.substring(0, 2) + "/" + DIGEST.substring(2) + ".jpg";
    private static final Extent ANY = new Extent(0, 1 << 20);

    @TempDir
    private static Path directory;
    private static S3Server server;

    private Instant now = Instant.now();
    private S3Images images;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(directory, "bucket");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void connect() {
        images = connect(settings("bucket", S3Server.SECRET_KEY));
    }

    @AfterEach
    void close() throws IOException {
        images.close();
        Files.deleteIfExists(server.file("bucket", "plant/" + NAME));
    }

    @Test
    void keepsWhatTheLoaderReads() throws IOException {
        URI uri = put();

        assertThat(uri).hasToString("s3://bucket/plant/" + NAME);
        assertThat(server.file(uri)).hasBinaryContent(IMAGE);
        ImageAccess nowhere = new ImageAccess(List.of(), List.of(), List.of(), Duration.ofSeconds(1));
        try (ImageLoader loader = new ImageLoader(nowhere, images.stored(), 100_000, 1_000_000)) {
            Frame frame = TestFrames.frame("press", "f", IMAGE);
            assertThat(loader.load(frame.with("image/jpeg", new ImageSource.Reference(uri))))
                    .isInstanceOf(LoadedImage.Loaded.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT23H, false", "PT25H, true"})
    void givesANewTimeToAnImageThatIsThereAndADayOldAndLeavesOthersAlone(Duration age, boolean anew)
            throws IOException {
        Path file = server.file(put());
        FileTime then = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
        Files.setLastModifiedTime(file, then);
        now = then.toInstant().plus(age);

        put();

        assertThat(file).hasBinaryContent(IMAGE);
        assertThat(Files.getLastModifiedTime(file).equals(then)).isNotEqualTo(anew);
    }

    @Test
    void replacesAnImageThatIsCutOff() throws IOException {
        Path file = Files.write(server.file(put()), new byte[]{1});

        put();

        assertThat(file).hasBinaryContent(IMAGE);
    }

    @Test
    void listsAndDeletes() throws IOException {
        URI uri = put();
        Files.writeString(Files.createDirectories(server.file("bucket", "plant/sha256/zz")).resolve("notes.jpg"), "?");

        List<StoredImage> listed = listed();

        assertThat(listed).extracting(StoredImage::name, StoredImage::sha256, StoredImage::size)
                .containsExactly(Tuple.tuple(NAME, DIGEST, (long) IMAGE.length));
        assertThat(images.stock().delete(listed.getFirst())).isTrue();
        assertThat(server.file(uri)).doesNotExist();
        assertThat(images.stock().delete(listed.getFirst())).isFalse();
    }

    @Test
    void sparesAnImageThatWasKeptAgainMeanwhile() throws IOException {
        Path file = server.file(put());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        StoredImage listed = listed().getFirst();
        put();

        boolean deleted = images.stock().delete(listed);

        assertThat(deleted).isFalse();
        assertThat(file).exists();
    }

    @Test
    void readsNoMoreThanIsAllowed() throws IOException {
        URI uri = put();

        assertThatThrownBy(() -> images.stored().read(uri, new Extent(0, IMAGE.length - 1)))
                .isInstanceOf(Unusable.class).hasMessageContaining("images.maxBytes");
    }

    @Test
    void saysThatAnImageIsGone() {
        URI uri = URI.create("s3://bucket/plant/sha256/00/gone.jpg");

        assertThatThrownBy(() -> images.stored().read(uri, ANY)).isInstanceOf(Unusable.class).hasMessage(uri
                + " cannot be read: " + server.address() + " answers with status 404, NoSuchKey");
    }

    @Test
    void saysThatThereIsNoBucket() {
        try (S3Images elsewhere = connect(settings("missing", S3Server.SECRET_KEY))) {
            assertThatThrownBy(() -> elsewhere.store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg"))
                    .isInstanceOf(IOException.class).hasMessage("s3://missing/plant/" + NAME + " cannot be kept: "
                            + server.address() + " knows no bucket 'missing': create it, or correct images.store");
        }
    }

    @Test
    void saysThatAKeyIsWrongAndShowsNone() {
        S3Settings wrong = settings("bucket", "another-secret");
        try (S3Images locked = connect(wrong)) {
            assertThatThrownBy(() -> locked.store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg"))
                    .isInstanceOf(IOException.class).hasMessageContaining("status 403")
                    .hasMessageContaining("correct the keys of images.s3, or allow them s3:ListBucket")
                    .hasMessageNotContaining("another-secret").hasMessageNotContaining(S3Server.ACCESS_KEY);
        }
        assertThat(wrong.toString()).doesNotContain("another-secret").doesNotContain(S3Server.ACCESS_KEY);
    }

    @Test
    @Timeout(20)
    void waitsNoLongerThanIsAllowedForAnImageThatDoesNotComeToItsEnd() throws IOException {
        try (MockWebServer slow = new MockWebServer()) {
            slow.enqueue(new MockResponse.Builder().body(new Buffer().write(IMAGE))
                    .throttleBody(1, 1, TimeUnit.HOURS).build());
            slow.start();
            try (S3Images patient = connect(at(slow.url("").uri(), Duration.ofMillis(300)))) {
                assertThatThrownBy(() -> patient.stored().read(URI.create("s3://bucket/plant/" + NAME), ANY))
                        .isInstanceOf(Unusable.class).hasMessageContaining("images.fetchTimeout, 300 ms");
            }
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        try (S3Images away = connect(at(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(5)))) {
            assertThatThrownBy(() -> away.store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg"))
                    .isInstanceOf(IOException.class).hasMessageContaining("http://127.0.0.1:1 does not answer (")
                    .hasMessageContaining("refused").hasMessageContaining("correct images.s3.endpoint");
        }
    }

    private URI put() throws IOException {
        return images.store().put(ImageBytes.of(IMAGE), DIGEST, "image/jpeg");
    }

    private List<StoredImage> listed() throws IOException {
        List<StoredImage> listed = new ArrayList<>();
        images.stock().each(listed::add);
        return listed;
    }

    private S3Images connect(S3Settings settings) {
        return S3Images.connect(settings, () -> now);
    }

    private static S3Settings at(URI endpoint, Duration fetchTimeout) {
        return new S3Settings("bucket", "plant", endpoint, "us-east-1", new S3Keys("a", "b"), true,
                Duration.ofSeconds(1), Duration.ofSeconds(60), fetchTimeout);
    }

    private static S3Settings settings(String bucket, String secret) {
        return new S3Settings(bucket, "plant", server.address(), "us-east-1", new S3Keys(S3Server.ACCESS_KEY, secret),
                true, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }
}
