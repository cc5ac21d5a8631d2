package dev.andon.ingest.http;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.CamerasFile;
import dev.andon.config.DataSize;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.S3Config;
import dev.andon.config.Secret;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.fixture.TestFrames;
import dev.andon.images.Tags;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.cameras.KnownCameras;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FrameServerTest {

    private static final byte[] IMAGE = TestFrames.image(7);
    private static final int LIMIT = 100_000;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DAMAGED = "no image";

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(false, null, new ByteArraySerializer(),
            new ByteArraySerializer());
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final KnownCameras known = new KnownCameras();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private @Nullable FrameServer server;
    private URI address = URI.create("http://127.0.0.1:0");

    @AfterEach
    void close() {
        client.close(); // otherwise its idle connections are waited for
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aBareImageIsAnsweredWhenItIsWrittenAndNotBefore() throws Exception {
        start(LONG);

        CompletableFuture<HttpResponse<String>> answer = sendAsync(post("image/jpeg", IMAGE)
                .header("Andon-Frame-Id", "f-1").header("Andon-Unit", "%E7%B5%84"));
        awaitSent(1);
        assertThat(answer).isNotDone();
        producer.completeNext();

        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertThat(answer.get().headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.get().body())
                .isEqualTo("{\"frameId\":\"f-1\",\"topic\":\"frames\",\"partition\":0,\"offset\":0}");
        assertThat(sent(0)).isEqualTo("f-1 l c 組 image/jpeg " + IMAGE.length);
    }

    @Test
    void metadataIsNotPublished() throws Exception {
        start(LONG);

        CompletableFuture<HttpResponse<String>> answer = sendAsync(post("image/jpeg", Tags.jpeg(IMAGE, 1))
                .header("Andon-Captured-At", "2026-01-02T03:04:05Z"));
        awaitSent(1);
        producer.completeNext();
        answer.get();
        CompletableFuture<HttpResponse<String>> untagged = sendAsync(post("image/jpeg", IMAGE)
                .header("Andon-Captured-At", "2026-01-02T03:04:05Z"));
        awaitSent(2);
        producer.completeNext();
        untagged.get();

        assertThat(sent(0)).isEqualTo(sent(1)).endsWith("image/jpeg " + IMAGE.length);
    }

    @Test
    void whatIsMaskedOfACameraThatTheFileKnowsIsBlackAndOthersStayAsTheyAre() throws Exception {
        // given
        start(LONG);
        know("pictures: {masks: [\"0,0,8,8\"]}");

        // when
        CompletableFuture<HttpResponse<String>> masked = sendAsync(post("image/png", white()));
        awaitSent(1);
        producer.completeNext();
        CompletableFuture<HttpResponse<String>> unknown = sendAsync(
                bare("image/png", BodyPublishers.ofByteArray(white())).header("Andon-Line", "l")
                        .header("Andon-Camera", "other"));
        awaitSent(2);
        producer.completeNext();

        // then
        assertThat(masked.get().statusCode()).isEqualTo(201);
        assertThat(unknown.get().statusCode()).isEqualTo(201);
        assertThat(pixels(frames.get(0))).containsExactly(0xff000000, 0xff000000, 0xffffffff, 0xffffffff);
        assertThat(pixels(frames.get(1))).containsOnly(0xffffffff);
    }

    @Test
    void anImageThatItsMaskMissesIsRefused() throws Exception {
        start(LONG);
        know("pictures: {masks: [\"0,0,8,8\", \"16,0,8,8\"]}");

        HttpResponse<String> answer = send(post("image/png", white()));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(problems(answer)).containsExactly("the mask 16,0,8,8 lies outside of the PNG, which has 16 x 16"
                + " pixels: give x,y,width,height in pixels of the upright image");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void ofACameraInMaintenanceNothingIsTaken() throws Exception {
        start(LONG);
        know("maintenance: true");

        HttpResponse<String> answer = send(post("image/jpeg", IMAGE));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(problems(answer)).containsExactly(
                "the camera c is in maintenance: send it again when cameras.yaml says otherwise");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void soIsAForm() throws Exception {
        start(LONG);
        byte[] form = new Forms().field("line", "l").field("camera", "c").image(IMAGE).field("unit", "組")
                .field("frameId", "f-1").end();

        CompletableFuture<HttpResponse<String>> answer = sendAsync(bare(Forms.TYPE, BodyPublishers.ofByteArray(form)));
        awaitSent(1);
        producer.completeNext();

        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertThat(sent(0)).isEqualTo("f-1 l c 組 image/jpeg " + IMAGE.length);
    }

    @Test
    void problemsOfFormsAndHeadersAreToldAtOnce() throws Exception {
        start(LONG);

        HttpResponse<String> bare = send(bare("image/jpeg", BodyPublishers.ofByteArray(IMAGE)));
        HttpResponse<String> form = send(bare(Forms.TYPE,
                BodyPublishers.ofByteArray(new Forms().field("line", "").end())).header("Andon-Unit", "%"));

        assertThat(bare.statusCode()).isEqualTo(400);
        assertThat(problems(bare)).hasSize(2);
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(problems(form)).hasSize(4).anySatisfy(told -> assertThat(told).contains("image", "missing"));
    }

    @Test
    void anEmptyBodyIsNoImage() throws Exception {
        start(LONG);

        HttpResponse<String> answer = send(post("image/jpeg", new byte[0]));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problems(answer)).containsExactly("the body is empty: send the image");
    }

    @Test
    void whatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        start(LONG);
        byte[] image = new byte[LIMIT + 1];
        byte[] form = new Forms().field("line", "l").field("camera", "c").image(image).end();
        byte[] largeForm = new Forms().image(new byte[LIMIT * 2]).end();

        List<HttpResponse<String>> answers = List.of(send(post("image/jpeg", image)),
                send(post("image/jpeg", chunked(image))),
                send(bare(Forms.TYPE, BodyPublishers.ofByteArray(form))),
                send(bare(Forms.TYPE, chunked(form))),
                send(bare(Forms.TYPE, BodyPublishers.ofByteArray(largeForm))),
                send(bare(Forms.TYPE, chunked(largeForm))));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(problems(answer)).singleElement().asString().contains("at most", "raise images.maxBytes");
        });
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void theLargestIsTakenWhetherItSaysItsSizeOrNot() throws Exception {
        start(LONG);
        byte[] image = Arrays.copyOf(IMAGE, LIMIT);

        CompletableFuture<HttpResponse<String>> announced = sendAsync(post("image/jpeg", image));
        awaitSent(1);
        producer.completeNext();
        announced.get();
        CompletableFuture<HttpResponse<String>> chunked = sendAsync(post("image/jpeg", chunked(image)));
        awaitSent(2);
        producer.completeNext();

        assertThat(List.of(announced.get(), chunked.get())).extracting(HttpResponse::statusCode).containsOnly(201);
    }

    @Test
    void whatIsNoImageIsRefusedWithTheReason() throws Exception {
        start(LONG);

        HttpResponse<String> text = send(post("image/jpeg", DAMAGED.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> damaged = send(post("image/jpeg", Arrays.copyOf(IMAGE, IMAGE.length / 2)));
        HttpResponse<String> otherType = send(post("application/x-www-form-urlencoded", IMAGE));

        assertThat(List.of(text, damaged, otherType)).extracting(HttpResponse::statusCode).containsOnly(415);
        assertThat(problems(damaged)).singleElement().asString().contains("JPEG");
        assertThat(problems(otherType)).singleElement().asString().contains("x-www-form-urlencoded", "image/jpeg");
    }

    @Test
    void withAWrongTokenNothingIsTaken() throws Exception {
        start(new Door("127.0.0.1", 0, new Secret("t0ken")), LONG);

        HttpResponse<String> none = send(post("image/jpeg", IMAGE));
        HttpResponse<String> wrong = send(post("image/jpeg", IMAGE).header("Authorization", "Bearer other"));
        CompletableFuture<HttpResponse<String>> right = sendAsync(
                post("image/jpeg", IMAGE).header("Authorization", "Bearer t0ken"));
        awaitSent(1);
        producer.completeNext();

        assertThat(List.of(none, wrong)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        });
        assertThat(right.get().statusCode()).isEqualTo(201);
    }

    @Test
    void onlyPostsAreTakenAndOnlyThere() throws Exception {
        start(LONG);

        HttpResponse<String> get = send(HttpRequest.newBuilder(address).GET());
        HttpResponse<String> elsewhere = send(HttpRequest.newBuilder(address.resolve("/")).GET());

        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(problems(elsewhere)).singleElement().asString().contains("/frames");
    }

    @Test
    void moreThanMayBeUnderWayIsToComeAgain() throws Exception {
        // given a request that waits for Kafka and takes all the room
        start(LONG);
        CompletableFuture<HttpResponse<String>> first = sendAsync(post("image/jpeg", IMAGE));
        awaitSent(1);

        // when
        HttpResponse<String> second = send(post("image/jpeg", IMAGE));

        // then
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValueAsLong("Retry-After")).hasValue(1);
        producer.completeNext();
        assertThat(first.get().statusCode()).isEqualTo(201);
        CompletableFuture<HttpResponse<String>> third = sendAsync(post("image/jpeg", IMAGE));
        awaitSent(2);
        producer.completeNext();
        assertThat(third.get().statusCode()).isEqualTo(201);
    }

    @Test
    void whereKafkaDoesNotAcknowledgeTheFrameCanBeSentAgainByItsId() throws Exception {
        start(Duration.ofMillis(50));

        HttpResponse<String> answer = send(post("image/jpeg", IMAGE));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(5);
        String frameId = json(answer).path("frameId").textValue();
        assertThat(frameId).startsWith("http-");
        assertThat(sent(0)).startsWith(frameId + " ");
        assertThat(problems(answer)).singleElement().asString().contains("may arrive", "same frame id");
        assertThat(send(post("image/jpeg", IMAGE)).statusCode()).as("its bytes are still in hand").isEqualTo(429);
        producer.completeNext();
    }

    @Test
    void whatKafkaRefusesIsTold() throws Exception {
        start(LONG);

        HttpResponse<String> tooLarge = refusedWith(new RecordTooLargeException("large"), 1);
        HttpResponse<String> passing = refusedWith(new NotEnoughReplicasException("few"), 2);
        HttpResponse<String> forbidden = refusedWith(new TopicAuthorizationException("secret detail"), 3);

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(passing.statusCode()).isEqualTo(503);
        assertThat(forbidden.statusCode()).isEqualTo(500);
        assertThat(forbidden.body()).contains("log").doesNotContain("secret", "Exception");
    }

    @Test
    void whatIsUnderWayIsAnsweredAtTheEnd() throws Exception {
        // given
        start(LONG);
        CompletableFuture<HttpResponse<String>> answer = sendAsync(post("image/jpeg", IMAGE));
        awaitSent(1);

        // when
        Thread closing = Thread.startVirtualThread(Objects.requireNonNull(server)::close);
        Awaitility.await().until(() -> isClosed());
        producer.completeNext();

        // then
        assertThat(answer.get().statusCode()).isEqualTo(201);
        closing.join();
    }

    private HttpResponse<String> refusedWith(RuntimeException failure, int count) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = sendAsync(post("image/jpeg", IMAGE));
        awaitSent(count);
        producer.errorNext(failure);
        return answer.get();
    }

    /** From now on the camera c is known. */
    private void know(String more) {
        String file = "cameras: [{camera: c, line: l, posted: {}, " + more + "}]";
        known.follow(CamerasFile.read("cameras.yaml", new StringReader(file), new DataSize(1_000)).orElse(problems -> {
            throw new AssertionError(problems);
        }).cameras());
    }

    private void start(Duration acknowledgedWithin) throws IOException {
        start(new Door("127.0.0.1", 0, null), acknowledgedWithin);
    }

    /** One large body fills all the room that there is. */
    private void start(Door door, Duration acknowledgedWithin) throws IOException {
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

    private static byte[] white() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 16, 16);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** In the first corner, just within the mask, and just outside of it. */
    private static List<Integer> pixels(Frame frame) throws IOException {
        byte[] bytes = ((ImageSource.Inline) frame.image()).bytes().array();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        return List.of(image.getRGB(0, 0), image.getRGB(7, 7), image.getRGB(8, 7), image.getRGB(7, 8));
    }

    private static byte[] encoded(Frame frame) {
        return String.join(" ", frame.id().value(), frame.line().value(), frame.cameraId(), frame.unitId(),
                frame.contentType(), Long.toString(frame.size())).getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder post(String type, byte[] image) {
        return post(type, BodyPublishers.ofByteArray(image));
    }

    private HttpRequest.Builder post(String type, BodyPublisher body) {
        return bare(type, body).header("Andon-Line", "l").header("Andon-Camera", "c");
    }

    private HttpRequest.Builder bare(String type, BodyPublisher body) {
        return HttpRequest.newBuilder(address).POST(body).header("Content-Type", type);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private void awaitSent(int count) {
        Awaitility.await().until(() -> producer.history().size() >= count);
    }

    private String sent(int index) {
        return new String(producer.history().get(index).value(), StandardCharsets.UTF_8);
    }

    private boolean isClosed() throws Exception {
        try (HttpClient other = HttpClient.newHttpClient()) {
            other.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return false;
        } catch (ConnectException _) {
            return true;
        }
    }

    private static List<String> problems(HttpResponse<String> answer) throws IOException {
        return json(answer).path("problems").valueStream().map(JsonNode::textValue).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }
}
