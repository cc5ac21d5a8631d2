package dev.andon.ingest.video;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import dev.andon.async.FullJitter;
import dev.andon.fixture.NeedsFfmpeg;
import dev.andon.fixture.rtsp.Codec;
import dev.andon.fixture.rtsp.Counter;
import dev.andon.fixture.rtsp.TestCamera;
import dev.andon.ingest.Shot;
import dev.andon.ingest.video.VideoInput.Stream;
import dev.andon.ingest.video.VideoInput.Transport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Cameras that speak RTSP, lose their power, freeze and come back. */
@NeedsFfmpeg
class LiveCameraIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Shot> shots = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private @Nullable Thread running;

    @AfterEach
    void end() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join();
            assertThat(ProcessHandle.current().descendants().filter(process -> process.info().arguments()
                    .filter(arguments -> List.of(arguments).contains("smjpeg")).isPresent())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void picturesComeWithTheTimesOfTheCamera(Codec codec) throws Exception {
        try (TestCamera camera = TestCamera.start(codec, 25, "user:ge heim/@1")) {
            // given
            await().until(() -> camera.shown().size() >= 75);

            // when
            run(camera.url(), new Login("user", "ge heim/@1"), Conversion.NONE);
            await().atMost(PATIENCE).until(() -> shots.size() >= 75);

            // then
            Map<Integer, Instant> shown = camera.shown();
            int first = Counter.read(shots.getFirst().image().array());
            for (int i = 0; i < 75; i++) {
                Shot shot = shots.get(i);
                assertThat(Counter.read(shot.image().array())).isEqualTo(first + i);
                assertThat(shot.capturedAt()).isAfterOrEqualTo(shown.get(first + i));
            }
            for (int i = 2; i < 15; i++) {
                assertThat((double) Duration.between(shots.get(1).capturedAt(), shots.get(i).capturedAt()).toMillis())
                        .isCloseTo((i - 1) * 40, within(1.5));
            }
            assertThat(events).containsExactly("online");
        }
    }

    @Test
    void comesBackWithTheCamera() throws Exception {
        try (TestCamera camera = TestCamera.start(Codec.H264, 25, null)) {
            // given
            run(camera.url(), null, new Conversion(5, List.of(), null, null, 90, false, null));
            await().atMost(PATIENCE).until(() -> shots.size() >= 5);

            // when
            camera.powerOff();
            int before = shots.size();
            await().atMost(PATIENCE).until(() -> events.stream().anyMatch(event -> event.contains(
                    "nobody listens")));
            camera.powerOn();
            await().atMost(PATIENCE).until(() -> shots.size() >= before + 5);
            camera.freeze();
            await().atMost(PATIENCE).until(() -> events.stream().anyMatch(event -> event.contains(
                    "sends no picture")));

            // then
            assertThat(numbers()).isSorted().doesNotHaveDuplicates();
            assertThat(events).startsWith("online").filteredOn(event -> event.equals("online")).hasSizeGreaterThan(1);
        }
    }

    @Test
    void saysWhy() throws Exception {
        try (TestCamera camera = TestCamera.start(Codec.MJPEG, 5, "user:secret");
                ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(complaint(camera.url(), new Login("user", "wr0ng"))).contains("another user or password")
                    .doesNotContain("wr0ng");
            assertThat(complaint(camera.url().replace("stream", "other"), new Login("user", "secret")))
                    .contains("no stream of that path").doesNotContain("secret");
            assertThat(complaint("rtsp://camera.invalid/stream", null)).contains("nobody knows a host of that name");
            assertThat(complaint("rtsp://127.0.0.1:" + deaf.getLocalPort() + "/stream", null))
                    .contains("does not answer as a camera");
        }
    }

    private String complaint(String url, @Nullable Login login) throws InterruptedException {
        events.clear();
        run(url, login, Conversion.NONE);
        String complaint = events.take();
        stop();
        return complaint;
    }

    private void stop() throws InterruptedException {
        Thread ending = Objects.requireNonNull(running);
        ending.interrupt();
        ending.join();
    }

    private void run(String url, @Nullable Login login, Conversion conversion) {
        Stream stream = new Stream(URI.create(url), login, Transport.TCP, Duration.ofSeconds(2));
        LiveCamera camera = new LiveCamera(stream, conversion, new FfmpegSettings("ffmpeg", 1 << 20,
                Duration.ofSeconds(3), new FullJitter(Duration.ofMillis(200), Duration.ofSeconds(1))), shots::add,
                heard(),
                InstantSource.system(), new Random(1));
        running = Thread.ofPlatform().name("live").start(() -> {
            try {
                camera.run();
            } catch (InterruptedException e) {
                // It was to end.
            }
        });
    }

    private LiveCamera.Events heard() {
        return new LiveCamera.Events() {
            @Override
            public void online() {
                events.add("online");
            }

            @Override
            public void offline(Cause cause, Duration again) {
                events.add(cause.toString());
            }
        };
    }

    private List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (Shot shot : shots) {
            numbers.add(Counter.read(shot.image().array()));
        }
        return numbers;
    }
}
