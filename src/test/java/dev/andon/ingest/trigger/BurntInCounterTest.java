package dev.andon.ingest.trigger;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.DataSize;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.S3Config;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.Made;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Shot;
import dev.andon.ingest.cameras.KnownCameras;
import dev.andon.ingest.http.Door;
import dev.andon.ingest.http.FrameServer;
import dev.andon.ingest.http.ImageLimit;
import dev.andon.ingest.http.Limits;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Real pictures and a real door, only the time is moved: each frame shows the number that its unit was there at. */
class BurntInCounterTest {

    private static final int TRIGGERS = 1_000;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ImagesConfig IMAGES = new ImagesConfig(new ImagePlace.Directory(Path.of("images")), List.of(),
            List.of(), List.of(),
            LONG,
            new DataSize(100_000), 1_000_000, new DataSize(1_000), S3Config.USUAL, RetentionConfig.USUAL);

    private final MovedClock clock = new MovedClock(Scene.START);
    private final Triggers triggers = new Triggers(clock);
    private final TriggeredCamera camera = triggers.join("c", TestJoins.NEAREST, _ -> Double.NaN);
    private final FrameMaker maker = new FrameMaker(IMAGES);
    private final Map<String, Integer> passed = new HashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {200, -200})
    void eachOfAThousandTriggersIsJoinedToTheRightFrame(long skew) throws Exception {
        // given
        Scene scene = new Scene(TRIGGERS, Duration.ofMillis(skew), Duration.ofMillis(4));
        List<Scene.Arrival> arrivals = scene.play(new SplittableRandom(skew));
        String lastAnswer = "";

        // when
        try (FramePublisher unused = new FramePublisher(MockProducer::new, "frames", _ -> new byte[0]);
                FrameServer server = FrameServer.start(new Door("127.0.0.1", 0, null),
                        new Limits(ImageLimit.of(100_000, 100_000), 100_000, LONG, LONG), new KnownCameras(), maker,
                        unused,
                        triggers);
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Scene.Arrival arrival : arrivals) {
                clock.set(arrival.when());
                switch (arrival) {
                    case Scene.OfFrame frame -> hear(camera.take(new Shot(frame.capturedAt(),
                            ImageBytes.of(Counter.burn(frame.number())))));
                    case Scene.OfTrigger trigger -> {
                        HttpResponse<String> answer = client.send(post(server, trigger), BodyHandlers.ofString());
                        assertThat(answer.statusCode()).isEqualTo(202);
                        lastAnswer = answer.body();
                    }
                }
            }
        }

        // then
        hear(camera.leave());
        assertThat(shown).hasSize(TRIGGERS).isEqualTo(passed);
        assertThat(new JsonMapper().readTree(lastAnswer).path("skewSeconds").doubleValue())
                .isBetween(skew / 1e3 - 0.004, skew / 1e3);
    }

    private HttpRequest post(FrameServer server, Scene.OfTrigger trigger) {
        String unit = "SN-" + trigger.number();
        passed.put(unit, trigger.frame());
        return HttpRequest.newBuilder(server.triggersAddress()).POST(HttpRequest.BodyPublishers.ofString("""
            {"camera": "c", "unit": "%s", "part": "BR-100", "at": "%s"}""".formatted(unit, trigger.at()))).build();
    }

    private void hear(List<JoinEvent> events) {
        for (JoinEvent event : events) {
            if (event instanceof JoinEvent.Joined(Trigger trigger, Shot shot, Duration _)) {
                Frame frame = frame(trigger, shot);
                shown.put(Objects.requireNonNull(frame.unitId()),
                        Counter.read(((ImageSource.Inline) frame.image()).bytes().array()));
            } else {
                assertThat(event).isInstanceOf(JoinEvent.SkewAlarm.class);
            }
        }
    }

    private Frame frame(Trigger trigger, Shot shot) {
        Origin origin = new Origin(new LineId("l"), "c", null, null, List.of());
        Made made = maker.make(_ -> trigger.frameId(), origin, trigger.particulars(), shot.capturedAt(), shot.image(),
                null);
        return ((Made.Ready) made).frame();
    }
}
