package dev.andon.images;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import dev.andon.images.LoadedImage.Failed;
import dev.andon.images.LoadedImage.Loaded;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.andon.images.ServerFixture.IMAGE;
import static dev.andon.images.ServerFixture.image;
import static dev.andon.images.ServerFixture.redirection;
import static dev.andon.images.ServerFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

/** Images from servers: what comes, how long it may take, and what is made of answers. */
class ImageServersTest {

    private static final Duration SOON = Duration.ofMillis(400);

    private ServerFixture at;

    @BeforeEach
    void start() throws IOException {
        at = new ServerFixture();
    }

    @AfterEach
    void stop() {
        at.close();
    }

    @Test
    void getsAnImageWhateverTheServerCallsIt() throws Exception {
        at.answering(image().addHeader("Content-Type", "text/html").addHeader("Set-Cookie", "a=b"), image());

        assertThat(at.load()).isInstanceOfSatisfying(Loaded.class, loaded -> {
            assertThat(loaded.bytes().array()).isEqualTo(IMAGE);
            assertThat(loaded.contentType()).isEqualTo("image/jpeg");
        });
        assertThat(at.load()).isInstanceOf(Loaded.class);
        for (int i = 0; i < 2; i++) {
            RecordedRequest request = at.server.takeRequest();
            assertThat(request.getTarget()).isEqualTo("/a.jpg");
            assertThat(request.getHeaders().names()).containsExactlyInAnyOrder("Accept", "Accept-Encoding",
                    "Connection",
                    "Host", "User-Agent");
            assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        }
    }

    @Test
    void queriesAreSentButNotShown() throws Exception {
        at.answering(status(403));

        assertThat(failure(at.load("http://" + at.here() + "/a.jpg?signature=secret#part")))
                .isEqualTo("http://" + at.here() + "/a.jpg answers with status 403");
        assertThat(at.server.takeRequest().getTarget()).isEqualTo("/a.jpg?signature=secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 400, 401, 403, 404, 410, 451})
    void anAnswerThatStaysIsTakenOnce(int code) {
        at.answering(status(code));

        assertThat(failure(at.load())).endsWith("/a.jpg answers with status " + code);
        assertThat(at.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void anAnswerThatMayPassIsTriedAgain(int code) {
        at.answering(status(code), status(code).addHeader("Retry-After", "0"), image());

        assertThat(at.load()).isInstanceOf(Loaded.class);
        assertThat(at.server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void tryingEnds() {
        for (int i = 0; i < 4; i++) {
            at.answering(status(503).addHeader("Retry-After", "99999999999"));
        }

        assertThat(failure(at.load())).endsWith(
                "answers with status 503 (attempt 3 of 3 within images.fetchTimeout, 30000 ms)");
        assertThat(at.server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() {
        at.answering(image().onResponseBody(new SocketEffect.CloseSocket()),
                image().onRequestStart(new SocketEffect.CloseSocket()), image());

        assertThat(at.load()).isInstanceOf(Loaded.class);
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        at.allow(List.of(), List.of("127.0.0.1:" + free, "nowhere.test"));

        assertThat(failure(at.load("http://127.0.0.1:" + free + "/a.jpg"))).contains("cannot be had", "attempt 3 of 3");
        assertThat(failure(at.load("http://nowhere.test/a.jpg"))).contains("nowhere.test is no name here");
    }

    @Test
    void aServerThatSaysNothing() {
        at.within(SOON).answering(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        assertThat(failure(at.load())).contains("took too long", "attempt 1 of 3", "400 ms");
    }

    @Test
    void aServerThatStopsAfterItsHeaders() {
        at.within(SOON).answering(image().onResponseBody(SocketEffect.Stall.INSTANCE));

        assertThat(failure(at.load())).contains("took too long");
    }

    @Test
    void aServerThatDrips() {
        at.within(SOON).answering(image().throttleBody(1, 20, TimeUnit.MILLISECONDS));

        assertThat(failure(at.load())).contains("took too long");
    }

    @Test
    void redirectionsDoNotMakeTheTimeLonger() {
        for (int i = 0; i < 3; i++) {
            at.answering(redirection("/" + i).headersDelay(SOON.toMillis() * 2 / 5, TimeUnit.MILLISECONDS));
        }
        at.within(SOON).answering(image());

        assertThat(failure(at.load())).contains("took too long");
    }

    @Test
    void anAnnouncementAboveTheLimitIsNotRead() {
        at.answering(new MockResponse.Builder().addHeader("Content-Length", "100000000000")
                .onResponseBody(SocketEffect.Stall.INSTANCE));

        assertThat(failure(at.load())).isEqualTo("the image has 100000000000 bytes, at most 100000 are read:"
                + " raise images.maxBytes or send smaller images");
    }

    @Test
    void anAnnouncementThatIsNotWhatTheFrameDeclares() {
        at.answering(new MockResponse.Builder().body("no image"));

        assertThat(failure(at.load())).isEqualTo("the image has 8 bytes, but the frame declares " + IMAGE.length);
    }

    @Test
    void aStreamThatGoesOnIsLeft() {
        at.answering(new MockResponse.Builder().chunkedBody(new Buffer().write(new byte[10_000_000]), 8192));

        assertThat(failure(at.load())).isEqualTo("the image goes on after the " + IMAGE.length
                + " bytes that it should have");
    }

    @Test
    void aStreamThatEndsEarly() {
        at.answering(new MockResponse.Builder().chunkedBody(new Buffer().write(IMAGE, 0, 1000), 100));

        assertThat(failure(at.load())).isEqualTo("the image ends after 1000 of " + IMAGE.length + " bytes");
    }

    @Test
    void nothingIsDecompressed() {
        at.answering(image().addHeader("Content-Encoding", "gzip"));

        assertThat(failure(at.load())).contains("answers with a compressed image, and nothing is decompressed");
    }

    @Test
    void aPageInPlaceOfAnImage() {
        byte[] page = "x".repeat(IMAGE.length).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        at.answering(new MockResponse.Builder().body(new Buffer().write(page)).addHeader("Content-Type", "image/jpeg"));

        assertThat(failure(at.load())).contains("the image has sha256", "but the frame declares");
    }

    @Test
    void anInterruptEndsAFetch() throws Exception {
        at.answering(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        AtomicReference<@Nullable LoadedImage> loaded = new AtomicReference<>();
        CountDownLatch stillInterrupted = new CountDownLatch(1);
        Thread thread = Thread.ofVirtual().start(() -> {
            loaded.set(at.load());
            if (Thread.currentThread().isInterrupted()) {
                stillInterrupted.countDown();
            }
        });
        at.server.takeRequest();

        thread.interrupt();

        thread.join();
        assertThat(loaded.get()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.detail()).contains("was given up"));
        assertThat(stillInterrupted.getCount()).isZero();
    }

    private static String failure(LoadedImage loaded) {
        assertThat(loaded).isInstanceOf(Failed.class);
        return ((Failed) loaded).detail();
    }
}
