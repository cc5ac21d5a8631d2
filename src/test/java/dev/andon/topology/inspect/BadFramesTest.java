package dev.andon.topology.inspect;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.images.ImageAccess;
import dev.andon.images.ImageLoader;
import dev.andon.images.Pictures;
import dev.andon.images.StoredImages;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** Frames that are bad in every way known, through the whole topology: what becomes of each, why, and at what cost. */
class BadFramesTest {

    private static final String MODEL = "some-model";
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_PIXELS = 1 << 20;

    /** A frame at both limits: its bytes as record, image and copy for people, its pixels decoded. */
    private static final long MAX_ALLOCATED = 4L * MAX_BYTES + 4L * MAX_PIXELS;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What is sent and what comes of it.
     *
     * @param key    of the record
     * @param value  of the record
     * @param reason null where the frame is accepted
     * @param detail part of what people are told
     */
    record Sent(String name, String key, Function<BadFramesTest, byte[]> value, @Nullable Reason reason,
            String detail) {

        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    Path directory;

    private final MockWebServer server = new MockWebServer();
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Answers());
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        ImageAccess access = new ImageAccess(List.of(Files.createDirectories(directory.resolve("shots"))),
                List.of("localhost:" + server.getPort()), List.of("127.0.0.1:" + server.getPort()),
                Duration.ofMillis(500));
        bench = new Bench(directory, 8, new ParkingSettings(OnOutage.REVIEW, 1_000),
                new ImageLoader(access, StoredImages.NONE, MAX_BYTES, MAX_PIXELS));
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed, "ok", "the part looks as drawn"));
        bench.frame(TestFrames.frame("line-1", "warm-up", 10));
        assertThat(bench.accepted()).hasSize(1);
    }

    @AfterEach
    void stop() {
        bench.close();
        server.close();
    }

    static Stream<Sent> held() throws IOException {
        byte[] large = Pictures.encode(new BufferedImage(1200, 1200, BufferedImage.TYPE_INT_RGB), "jpg");
        return Stream.of(
                inline("no bytes", new byte[0], "there are none"),
                inline("text", "<html>404</html>".getBytes(StandardCharsets.US_ASCII), "no image that is known"),
                inline("truncated JPEG", Pictures.firstPart(Pictures.jpeg(), 0.7), "the JPEG is cut off"),
                inline("truncated PNG", Pictures.firstPart(Pictures.png(), 0.7), "the PNG is damaged"),
                inline("PNG header of 65,500 x 65,500", Pictures.pngThatClaims(65_500, 65_500), "65500 x 65500 pixels"),
                inline("JPEG header of 65,500 x 65,500", Pictures.jpegThatClaims(0xc0, 65_500, 65_500),
                        "65500 x 65500 pixels, at most " + MAX_PIXELS),
                inline("too many pixels", large, "1200 x 1200 pixels"),
                inline("animated GIF", Pictures.animatedGif(), "the GIF is an animation"),
                inline("JPEG of segments", Pictures.with(Pictures.jpeg(), 2, Pictures.times(200_000, 0xff, 0xe1, 0, 2)),
                        "segments"),
                inline("above the limit of bytes", Arrays.copyOf(Pictures.jpeg(), MAX_BYTES + 1),
                        (MAX_BYTES + 1) + " bytes, at most " + MAX_BYTES),
                inline("20 MB", Arrays.copyOf(Pictures.jpeg(), 20 << 20), "at most " + MAX_BYTES),
                changed("another sha256", with(good(), good().size(), "0".repeat(64)), "the image has sha256"),
                changed("no sha256", with(good(), good().size(), ""), "the image has sha256"),
                changed("wrong size", with(good(), 7, good().sha256()), "but the frame declares 7"),
                new Sent("another line's key", "line-2", test -> test.bench.encoded(good()), Reason.WRONG_PARTITION,
                        "stands under the key 'line-2'"),
                at("forbidden server", "http://example.org/a.jpg", "not in images.allowedHosts"),
                at("private address", "http://10.0.0.1/a.jpg", "not in images.allowedHosts"),
                at("name with a private address", "http://localhost:PORT/image", "a loopback address"),
                at("redirection to a private address", "http://127.0.0.1:PORT/to-private",
                        "not in images.allowedHosts"),
                at("redirection to such a name", "http://127.0.0.1:PORT/to-name", "a loopback address"),
                at("slow server", "http://127.0.0.1:PORT/slow", "took too long"),
                at("no such image", "http://127.0.0.1:PORT/gone", "answers with status 404"),
                at("a page", "http://127.0.0.1:PORT/page", "the image has 10 bytes, but the frame declares"),
                at("endless", "http://127.0.0.1:PORT/endless", "the image goes on after"),
                at("other scheme", "s3://bucket/a.jpg", "a uri of scheme 's3' leads nowhere"),
                at("outside the roots", "file:///etc/passwd", "outside of images.allowedRoots"),
                at("..", "file://SHOTS/../secret.jpg", "outside of images.allowedRoots"),
                at("%2e%2e", "file://SHOTS/%2e%2e/secret.jpg", "outside of images.allowedRoots"),
                at("a link that leads outside", "file://SHOTS/link.jpg", "outside of images.allowedRoots"),
                at("no file", "file://SHOTS/none.jpg", "does not exist"),
                at("a directory", "file://SHOTS", "is no regular file"),
                at("a device", "file:///dev/zero", "outside of images.allowedRoots"),
                at("a link to a device", "file://SHOTS/zero.jpg", "outside of images.allowedRoots"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void held(Sent bad) throws IOException {
        lay();

        sendWithinTheLimitOfMemory(bad);

        Inspection held = only(bench.humanReview());
        assertThat(held.decision().reason()).isEqualTo(bad.reason);
        assertThat(held.decision().detail()).contains(bad.detail);
        assertThat(held.samples()).as("nobody was asked").isEmpty();
        assertThat(bench.accepted()).isEmpty();
        assertThat(bench.deadLetters()).isEmpty();
        assertThat(bench.ledger()).isEmpty();
    }

    static Stream<Sent> accepted() throws IOException {
        return Stream.of(
                good("as large as can be", () -> TestFrames.frame("line-1", "f1",
                        Pictures.encode(new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB), "png"))),
                good("PNG called a JPEG", () -> TestFrames.frame("line-1", "f1", Pictures.png())),
                good("CMYK JPEG", () -> TestFrames.frame("line-1", "f1", Pictures.cmykJpeg())),
                good("progressive JPEG", () -> TestFrames.frame("line-1", "f1", Pictures.progressiveJpeg())),
                good("16-bit PNG", () -> TestFrames.frame("line-1", "f1", Pictures.encode(
                        Pictures.plate(90, 70, BufferedImage.TYPE_USHORT_GRAY), "png"))),
                good("GIF", () -> TestFrames.frame("line-1", "f1", Pictures.gif(1))),
                good("no size", () -> with(good(), 0, good().sha256())),
                good("captured in the year 1", () -> captured(Instant.parse("0001-01-01T00:00:00Z"))),
                good("captured in the year 9999", () -> captured(Instant.parse("9999-12-31T23:59:59Z"))),
                good("captured first of all", () -> captured(Instant.ofEpochMilli(Long.MIN_VALUE))),
                good("captured last of all", () -> captured(Instant.ofEpochMilli(Long.MAX_VALUE))),
                at("allowed server", "http://127.0.0.1:PORT/image", null, ""),
                at("file within the roots", "file://SHOTS/good.jpg", null, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(Sent odd) throws IOException {
        lay();

        sendWithinTheLimitOfMemory(odd);

        Inspection accepted = only(bench.accepted());
        assertThat(accepted.samples()).hasSize(5);
        assertThat(bench.humanReview()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no frame", "\u0000\u0000\u0000\u0000\u0000", "\u0000\u0000\u0000\u0000\u0001"})
    void whatIsNoFrameIsADeadLetter(String value) {
        bench.record("line-1", value.getBytes(StandardCharsets.US_ASCII));

        assertThat(bench.deadLetters()).hasSize(1);
        assertThat(bench.humanReview()).isEmpty();
    }

    private void sendWithinTheLimitOfMemory(Sent sent) {
        byte[] value = sent.value.apply(this);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        bench.record(sent.key, value);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(MAX_ALLOCATED + 3L * value.length);
    }

    private void lay() throws IOException {
        Path shots = directory.resolve("shots");
        Files.write(directory.resolve("secret.jpg"), good().image() instanceof ImageSource.Inline(ImageBytes bytes)
                ? bytes.array()
                : new byte[0]);
        Files.copy(directory.resolve("secret.jpg"), shots.resolve("good.jpg"));
        Files.createSymbolicLink(shots.resolve("link.jpg"), directory.resolve("secret.jpg"));
        Files.createSymbolicLink(shots.resolve("zero.jpg"), Path.of("/dev/zero"));
    }

    private static Sent inline(String name, byte[] image, String detail) {
        return new Sent(name, "line-1", test -> test.bench.encoded(TestFrames.frame("line-1", "f1", image)),
                Reason.FRAME_UNREADABLE, detail);
    }

    private static Sent changed(String name, Frame frame, String detail) {
        return new Sent(name, "line-1", test -> test.bench.encoded(frame), Reason.FRAME_UNREADABLE, detail);
    }

    private static Sent good(String name, Callable<Frame> frame) {
        return new Sent(name, "line-1", test -> test.bench.encoded(made(frame)), null, "");
    }

    private static Sent at(String name, String uri, String detail) {
        return at(name, uri, Reason.FRAME_UNREADABLE, detail);
    }

    /** {@code PORT} and {@code SHOTS} stand for the server's port and the directory that is allowed. */
    private static Sent at(String name, String uri, @Nullable Reason reason, String detail) {
        return new Sent(name, "line-1", test -> {
            String there = uri.replace("PORT", String.valueOf(test.server.getPort())).replace("SHOTS",
                    test.directory.resolve("shots").toString());
            Frame f = good();
            return test.bench.encoded(new Frame(f.id(), f.line(), f.cameraId(), null, null, null, null, f.capturedAt(),
                    f.contentType(), f.size(), f.sha256(), new ImageSource.Reference(URI.create(there)), null));
        }, reason, detail);
    }

    private static Frame good() {
        return TestFrames.frame("line-1", "f1", 20);
    }

    private static Frame with(Frame f, long size, String sha256) {
        return new Frame(f.id(), f.line(), f.cameraId(), null, null, null, null, f.capturedAt(), f.contentType(), size,
                sha256, f.image(), null);
    }

    private static Frame captured(Instant time) {
        Frame f = good();
        return new Frame(f.id(), f.line(), f.cameraId(), null, null, null, null, time, f.contentType(), f.size(),
                f.sha256(), f.image(), null);
    }

    private static Frame made(Callable<Frame> frame) {
        try {
            return frame.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** A server with one good image, and everything else that servers do. */
    private static final class Answers extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            MockResponse.Builder response = new MockResponse.Builder();
            return switch (String.valueOf(request.getTarget())) {
                case "/image" -> response.body(new Buffer().write(TestFrames.image(20))).build();
                case "/to-private" -> response.code(302).addHeader("Location", "http://10.0.0.1/a.jpg").build();
                case "/to-name" -> response.code(302).addHeader("Location",
                        "http://localhost:" + request.getUrl().port() + "/image").build();
                case "/slow" -> response.body("x".repeat(1000)).onResponseStart(SocketEffect.Stall.INSTANCE).build();
                case "/page" -> response.body("<html></ht").addHeader("Content-Type", "image/jpeg").build();
                case "/endless" -> response.chunkedBody(new Buffer().write(new byte[5 << 20]), 8192).build();
                default -> response.code(404).build();
            };
        }
    }
}
