package dev.andon.ingest.http;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.andon.config.Secret;
import dev.andon.core.frame.Frame;
import dev.andon.images.Tags;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is posted to the door for images, and what it answers. */
class FrameServerTest extends FrameServerFixture {

    private static final String DAMAGED = "no image";

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

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private boolean isClosed() throws Exception {
        try (HttpClient other = HttpClient.newHttpClient()) {
            other.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return false;
        } catch (ConnectException _) {
            return true;
        }
    }
}
