package dev.andon.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.DataSize;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.S3Config;
import dev.andon.config.Secret;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.cameras.KnownCameras;
import dev.andon.ingest.trigger.ClockSettings;
import dev.andon.ingest.trigger.JoinSettings;
import dev.andon.ingest.trigger.TriggeredCamera;
import dev.andon.ingest.trigger.Triggers;
import org.apache.kafka.clients.producer.MockProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Triggers through the door that frames come through. */
class TriggerDeskTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final JoinSettings SETTINGS = new JoinSettings(JoinSettings.Choice.NEAREST, SHORT, Duration.ZERO,
            LONG, false, new JoinSettings.Memory(LONG.multipliedBy(2), 1 << 20),
            new ClockSettings(ClockSettings.Mode.CORRECT, Duration.ZERO, SHORT, LONG));

    private volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final Triggers triggers = new Triggers(() -> now);
    private final FramePublisher publisher = new FramePublisher(MockProducer::new, "frames", _ -> new byte[0]);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable FrameServer server;
    private URI address = URI.create("http://127.0.0.1:0");

    @BeforeEach
    void open() throws IOException {
        TriggeredCamera _ = triggers.join("cam-1", SETTINGS, _ -> 0);
        start(null, triggers);
    }

    @AfterEach
    void close() {
        client.close(); // otherwise its idle connections are waited for
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aTriggerIsAnsweredWithTheFrameThatComesOfItAndTheSkew() throws Exception {
        String trigger = trigger();
        HttpResponse<String> first = post(trigger);
        HttpResponse<String> again = post(trigger);
        post(trigger());
        HttpResponse<String> last = post(trigger());

        assertThat(List.of(first, again, last)).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(first.body()).matches("\\{\"frameId\":\"trigger-[0-9a-f]{32}\",\"repeated\":false,"
                + "\"skewSeconds\":null}");
        assertThat(again.body()).isEqualTo(first.body().replace("false", "true"));
        assertThat(json(last).path("skewSeconds").doubleValue()).isEqualTo(-0.04);
    }

    @Test
    void whatCannotBeTakenIsToldWithAllThatIsWrong() throws Exception {
        HttpResponse<String> unknown = post("{\"camera\": \"cam-2\", \"at\": \"" + now + "\"}");
        HttpResponse<String> nonsense = post("{\"kamera\": \"cam-1\", \"at\": \"now\"}");
        HttpResponse<String> tooLarge = post("{\"camera\": \"" + "c".repeat(20_000) + "\"}");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(problems(unknown)).containsExactly("there is no camera 'cam-2' here: name one of cam-1");
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(problems(nonsense)).hasSize(3);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(problems(tooLarge)).singleElement().asString().contains("20014", "16384", "one trigger at a time");
    }

    @Test
    void onlyPostsAreTaken() throws Exception {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(problems(answer)).singleElement().asString().contains("/frames", "/triggers");
    }

    @Test
    void theTokenOfFramesIsThatOfTriggers() throws Exception {
        restart(new Secret("t0ken"), triggers);

        assertThat(post(trigger()).statusCode()).isEqualTo(401);
    }

    @Test
    void whereThereAreNoCamerasToTriggerThereIsNoSuchPlace() throws Exception {
        restart(null, null);

        HttpResponse<String> answer = post(trigger());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problems(answer)).containsExactly("frames are taken by POST at /frames");
    }

    private void restart(@Nullable Secret token, @Nullable Triggers heard) throws IOException {
        Objects.requireNonNull(server).close();
        start(token, heard);
    }

    private void start(@Nullable Secret token, @Nullable Triggers heard) throws IOException {
        ImagesConfig images = new ImagesConfig(new ImagePlace.Directory(Path.of("images")), List.of(), List.of(),
                List.of(), LONG,
                new DataSize(1_000), 1_000, new DataSize(1_000), S3Config.USUAL, RetentionConfig.USUAL);
        server = FrameServer.start(new Door("127.0.0.1", 0, token),
                new Limits(ImageLimit.of(1_000, 1_000), 1_000, LONG, LONG), new KnownCameras(), new FrameMaker(images),
                publisher, heard);
        address = server.triggersAddress();
    }

    /** The next one, by a clock that is 40 ms behind. */
    private String trigger() {
        now = now.plusMillis(100);
        return "{\"camera\": \"cam-1\", \"unit\": \"SN-1\", \"at\": \"" + now.minusMillis(40) + "\"}";
    }

    private HttpResponse<String> post(String trigger) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(trigger)).build(),
                BodyHandlers.ofString());
    }

    private static List<String> problems(HttpResponse<String> answer) throws IOException {
        return json(answer).path("problems").valueStream().map(JsonNode::textValue).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }
}
