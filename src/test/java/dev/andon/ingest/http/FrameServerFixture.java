package dev.andon.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.DataSize;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.S3Config;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.TestFrames;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.cameras.KnownCameras;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Tests of the door for images, with a Kafka that answers when it is told to. */
abstract class FrameServerFixture {

    static final byte[] IMAGE = TestFrames.image(7);
    static final int LIMIT = 100_000;
    static final Duration LONG = Duration.ofSeconds(60);

    final MockProducer<byte[], byte[]> producer = new MockProducer<>(false, null, new ByteArraySerializer(),
            new ByteArraySerializer());
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final KnownCameras known = new KnownCameras();
    @Nullable
    FrameServer server;
    URI address = URI.create("http://127.0.0.1:0");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        client.close(); // otherwise its idle connections are waited for
        if (server != null) {
            server.close();
        }
    }

    void start(Duration acknowledgedWithin) throws IOException {
        start(new Door("127.0.0.1", 0, null), acknowledgedWithin);
    }

    /** One large body fills all the room that there is. */
    void start(Door door, Duration acknowledgedWithin) throws IOException {
        ImagesConfig images = new ImagesConfig(new ImagePlace.Directory(Path.of("images")), List.of(), List.of(),
                List.of(), LONG,
                new DataSize(LIMIT), 1_000_000, new DataSize(1000), S3Config.USUAL, RetentionConfig.USUAL);
        server = FrameServer.start(door,
                new Limits(ImageLimit.of(LIMIT, Long.MAX_VALUE), LIMIT, LONG, acknowledgedWithin),
                known, new FrameMaker(images), new FramePublisher(() -> producer, "frames", frame -> {
                    frames.add(frame);
                    return encoded(frame);
                }), null);
        address = server.address();
    }

    private static byte[] encoded(Frame frame) {
        return String.join(" ", frame.id().value(), frame.line().value(), frame.cameraId(), frame.unitId(),
                frame.contentType(), Long.toString(frame.size())).getBytes(StandardCharsets.UTF_8);
    }

    HttpRequest.Builder post(String type, byte[] image) {
        return post(type, BodyPublishers.ofByteArray(image));
    }

    HttpRequest.Builder post(String type, BodyPublisher body) {
        return bare(type, body).header("Andon-Line", "l").header("Andon-Camera", "c");
    }

    HttpRequest.Builder bare(String type, BodyPublisher body) {
        return HttpRequest.newBuilder(address).POST(body).header("Content-Type", type);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    void awaitSent(int count) {
        Awaitility.await().until(() -> producer.history().size() >= count);
    }

    String sent(int index) {
        return new String(producer.history().get(index).value(), StandardCharsets.UTF_8);
    }

    static List<String> problems(HttpResponse<String> answer) throws IOException {
        return json(answer).path("problems").valueStream().map(JsonNode::textValue).toList();
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }
}
