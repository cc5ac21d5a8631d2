package dev.andon.demo.vlmserver;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static dev.andon.demo.vlmserver.TestServer.content;
import static dev.andon.demo.vlmserver.TestServer.json;
import static dev.andon.demo.vlmserver.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OverloadAndFaultsTest {

    private static final ServerOptions NARROW = new ServerOptions(0, 1, 0, Duration.ZERO, 0, 1, 1 << 20, null, false);

    @Test
    void sends429WhenSlotsAndQueueAreFull() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (TestServer server = new TestServer(NARROW, image -> {
            asked.countDown();
            awaitQuietly(released);
            return TestServer.look(image);
        })) {
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> server.chat(request()));
            asked.await();

            HttpResponse<String> second = server.chat(request());
            released.countDown();

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            assertThat(json(second).at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(server.chat(request()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void failsAsOrderedAndAsOftenAsOrdered() {
        try (TestServer server = new TestServer()) {
            order(server, "{'fault': 'status', 'status': 503, 'retryAfter': 2, 'times': 1}");
            HttpResponse<String> refused = server.chat(request());

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");
            assertThat(server.chat(request()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closesTheConnectionAsOrdered() {
        try (TestServer server = new TestServer()) {
            order(server, "{'fault': 'reset'}");

            assertThatThrownBy(() -> server.chat(request())).isInstanceOf(UncheckedIOException.class);
            order(server, "{'fault': 'none'}");
            assertThat(server.chat(request()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatItIsToldTo() {
        try (TestServer server = new TestServer()) {
            order(server, "{'fault': 'saying', 'content': '', 'reasoning': 'Hmm.'}");
            HttpResponse<String> response = server.chat(request());

            assertThat(content(response)).isEmpty();
            assertThat(json(response).at("/choices/0/message/reasoning_content").asText()).isEqualTo("Hmm.");
        }
    }

    @Test
    void knowsNoControlUnlessStartedWithFaults() {
        try (TestServer server = new TestServer(NARROW, TestServer::look)) {
            assertThat(server.send("POST", "/control", "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void refusesUnknownFaults() {
        try (TestServer server = new TestServer()) {
            assertThat(server.send("POST", "/control", "{\"fault\": \"melt\"}").statusCode()).isEqualTo(400);
        }
    }

    private static void order(TestServer server, String json) {
        assertThat(server.send("POST", "/control", json.replace('\'', '"')).statusCode()).isEqualTo(200);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
