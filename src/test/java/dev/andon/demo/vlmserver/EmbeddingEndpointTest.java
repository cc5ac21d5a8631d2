package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.embedding.EndpointEmbedder;
import dev.andon.embedding.InProcessEmbedder;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.andon.demo.vlmserver.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

class EmbeddingEndpointTest {

    private static final TestServer SERVER = new TestServer();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void vectorsOfTheEndpointAreThoseOfTheModelInProcess(@TempDir Path scratch) throws Exception {
        List<String> texts = List.of("All four holes are there.", "A hole is missing.", "Too dark to tell.");
        URI address = URI.create("http://127.0.0.1:" + SERVER.port() + "/v1");
        try (InProcessEmbedder inProcess = InProcessEmbedder.load(scratch);
                EndpointEmbedder endpoint = EndpointEmbedder.create(config(address).embedding(),
                        new Recorder(new SimpleMeterRegistry()))) {
            assertThat(vectors(endpoint, texts)).usingRecursiveComparison().isEqualTo(vectors(inProcess, texts));
            assertThat(endpoint.name()).isEqualTo(inProcess.name());
        }
    }

    @Test
    void takesASingleText() {
        JsonNode body = json(embed("{\"model\": \"all-minilm-l6-v2-q\", \"input\": \"A hole is missing.\"}"));

        assertThat(body.path("data").size()).isEqualTo(1);
        assertThat(body.at("/data/0/embedding").size()).isEqualTo(384);
        assertThat(body.at("/usage/prompt_tokens").asInt()).isPositive();
    }

    @Test
    void isListedBesideTheSimulation() {
        JsonNode models = json(SERVER.send("GET", "/v1/models", ""));

        assertThat(models.at("/data/1/id").asText()).isEqualTo("all-minilm-l6-v2-q");
        assertThat(models.at("/data/1/description").asText()).startsWith("No simulation");
        assertThat(SERVER.send("GET", "/v1/models/all-minilm-l6-v2-q", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"input\": \"a\"} | 400 | model",
        "{\"model\": \"andon-simulated-vlm\", \"input\": \"a\"} | 404 | model",
        "{\"model\": \"all-minilm-l6-v2-q\"} | 400 | input",
        "{\"model\": \"all-minilm-l6-v2-q\", \"input\": []} | 400 | input",
        "{\"model\": \"all-minilm-l6-v2-q\", \"input\": [\"a\", \" \"]} | 400 | input",
        "{\"model\": \"all-minilm-l6-v2-q\", \"input\": [1, 2]} | 400 | input",
        "{\"model\": \"all-minilm-l6-v2-q\", \"input\": \"a\", \"encoding_format\": \"base64\"} | 400 | encoding_format"})
    void namesTheWrongParameter(String request, int status, String param) {
        HttpResponse<String> response = embed(request);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).at("/error/param").asText()).isEqualTo(param);
    }

    private static HttpResponse<String> embed(String request) {
        return SERVER.send("POST", "/v1/embeddings", request);
    }

    private static List<float[]> vectors(Embedder embedder, List<String> texts)
            throws IOException, InterruptedException {
        return switch (embedder.embed(texts, Instant.now().plusSeconds(60))) {
            case Embeddings.Vectors(List<float[]> each) -> each;
            case Embeddings.Unavailable(String detail) -> throw new AssertionError(detail);
        };
    }

    private static AndonConfig config(URI address) {
        return ConfigLoader.load(null, Map.of(), List.of("embedding.kind=endpoint", "embedding.baseUrl=" + address,
                "embedding.model=all-minilm-l6-v2-q", "embedding.callTimeout=30s")).orElse(problems -> {
                    throw new AssertionError(problems.toString());
                });
    }
}
