package dev.andon.embedding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.Breaker;
import dev.andon.config.EmbeddingConfig;
import dev.andon.config.EmbeddingConfig.Kind;
import dev.andon.config.Retry;
import dev.andon.config.Secret;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.http.FakeTime;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** An embedder in fake time that talks to a fake server. */
final class EndpointFixture implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final String KEY = "sk-very-secret";

    final MockWebServer server = new MockWebServer();
    final FakeTime time = new FakeTime();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Recorder recorder = new Recorder(meters);
    final EndpointEmbedder embedder;

    EndpointFixture(int breakerWindow) throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        embedder = EndpointEmbedder.create(config(List.of(server.url("/v1").uri()), breakerWindow), recorder,
                time.ambience());
    }

    static EndpointFixture started() throws IOException {
        return new EndpointFixture(100);
    }

    /** Servers that are asked three times, with a key. */
    static EmbeddingConfig config(List<URI> servers, int breakerWindow) {
        return new EmbeddingConfig(Kind.ENDPOINT, 0, servers.getFirst(), servers, new Secret(KEY), null, "some-model",
                List.of("en", "pt-BR"), 4, Duration.ofSeconds(2), Duration.ofSeconds(5),
                new Retry(3, Duration.ofMillis(100), Duration.ofSeconds(1)),
                new Breaker(0.5, breakerWindow, Duration.ofSeconds(8)));
    }

    EndpointFixture answering(MockResponse... responses) {
        for (MockResponse response : responses) {
            server.enqueue(response);
        }
        return this;
    }

    Embeddings embed(String... texts) throws InterruptedException {
        return embedder.embed(List.of(texts), time.in(LIMIT));
    }

    /** Why the texts could not be embedded. */
    String failure(String... texts) throws InterruptedException {
        return switch (embed(texts)) {
            case Embeddings.Unavailable(String detail) -> detail;
            case Embeddings.Vectors vectors -> throw new AssertionError("embedded: " + vectors);
        };
    }

    /** The next request; fails if there is none. */
    RecordedRequest request() throws InterruptedException {
        @Nullable
        RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    static JsonNode json(RecordedRequest request) throws IOException {
        return new JsonMapper().readTree(request.getBody() == null ? new byte[0] : request.getBody().toByteArray());
    }

    /** A list of embeddings, each given as it is written. */
    static MockResponse list(String... embeddings) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < embeddings.length; i++) {
            entries.append(i == 0 ? "" : ", ").append(entry(Integer.toString(i), embeddings[i]));
        }
        return data(entries.toString());
    }

    static String entry(String index, String embedding) {
        return "{\"object\": \"embedding\", \"index\": " + index + ", \"embedding\": " + embedding + "}";
    }

    static MockResponse data(String entries) {
        return answer(200, "{\"object\": \"list\", \"data\": [" + entries + "], \"model\": \"some-model\"}");
    }

    static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json").body(body).build();
    }

    static MockResponse error(int status, String message) {
        return answer(status, "{\"error\": {\"message\": \"" + message + "\"}}");
    }

    @Override
    public void close() {
        embedder.close();
        server.close();
    }
}
