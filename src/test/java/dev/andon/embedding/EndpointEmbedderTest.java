package dev.andon.embedding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.http.FakeTime;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.andon.embedding.EndpointFixture.answer;
import static dev.andon.embedding.EndpointFixture.data;
import static dev.andon.embedding.EndpointFixture.entry;
import static dev.andon.embedding.EndpointFixture.error;
import static dev.andon.embedding.EndpointFixture.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EndpointEmbedderTest {

    @Test
    void asksForAllTextsInOneRequest() throws Exception {
        try (EndpointFixture it = EndpointFixture.started().answering(list("[1, 0]", "[0, 1]"))) {
            it.embed("A hole.", "Zwei Löcher, \"rund\".");

            RecordedRequest request = it.request();
            JsonNode body = EndpointFixture.json(request);
            assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/embeddings");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + EndpointFixture.KEY);
            assertThat(body.path("model").asText()).isEqualTo("some-model");
            assertThat(body.path("encoding_format").asText()).isEqualTo("float");
            assertThat(body.path("input")).extracting(JsonNode::asText).containsExactly("A hole.",
                    "Zwei Löcher, \"rund\".");
            assertThat(it.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void ordersVectorsByTheirIndex() throws Exception {
        try (EndpointFixture it = EndpointFixture.started()
                .answering(data(entry("1", "[0, 0.5]") + "," + entry("0", "[1e-3, -2]")))) {
            assertThat(vectors(it.embed("a", "b"))).usingRecursiveComparison()
                    .isEqualTo(List.of(new float[]{0.001f, -2}, new float[]{0, 0.5f}));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{i0: [1, 0]} | 1 vectors for 2 captions",
        "{i0: [1, 0]},{i1: [1, 0]},{i2: [1, 0]} | 3 vectors for 2 captions",
        "{i0: [1, 0]},{i0: [1, 0]} | index 0 where each of 0 to 1 has to come once",
        "{i0: [1, 0]},{i2: [1, 0]} | index 2 where each of 0 to 1 has to come once",
        "{i0: [1, 0]},{i-1: [1, 0]} | index -1 where each of 0 to 1 has to come once",
        "{i0: [1, 0]},{inull: [1, 0]} | index null where each of 0 to 1 has to come once",
        "{i0: [1, 0]},{i1: [1]} | vector 1 of length 1 where vector 0 has 2",
        "{i0: [1, 0]},{i1: []} | vector 1 of length 0 where vector 0 has 2",
        "{i0: []},{i1: []} | vector 0 of length 0 that is zero and has no direction",
        "{i0: [1, 0]},{i1: [0, -0.0]} | vector 1 of length 2 that is zero and has no direction",
        "{i0: [1, 0]},{i1: [0, 1e-60]} | vector 1 of length 2 that is zero and has no direction",
        "{i0: [1, NaN]},{i1: [1, 0]} | vector 0 with \"NaN\" in it",
        "{i0: [1, -Infinity]},{i1: [1, 0]} | vector 0 with \"-Infinity\" in it",
        "{i0: [1, 1e60]},{i1: [1, 0]} | vector 0 with 1.0E60 in it",
        "{i0: [1, null]},{i1: [1, 0]} | vector 0 with null in it",
        "{i0: [1, \"x\"]},{i1: [1, 0]} | vector 0 with \"x\" in it",
        "{i0: \"AACAPw==\"},{i1: [1, 0]} | vector 0 is no list of numbers but \"AACAPw==\""})
    void saysWhatIsWrongWithTheVectorsAndDoesNotAskAgain(String entries, String fault) throws Exception {
        String written = entries.replace("{i", "{\"index\": ").replaceAll(": (null|-?[0-9]): ",
                ": $1, \"embedding\": ");
        try (EndpointFixture it = EndpointFixture.started().answering(data(written))) {
            assertThat(it.failure("a", "b"))
                    .isEqualTo("the server answered with " + fault + "; check embedding.model and its server");
            assertThat(it.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void waitsAsLongAsARateLimitSays() throws Exception {
        try (EndpointFixture it = EndpointFixture.started().answering(
                error(429, "slowly").newBuilder().addHeader("Retry-After", "7").build(), list("[1]"))) {
            assertThat(vectors(it.embed("a"))).hasSize(1);
            assertThat(it.time.pauses().getFirst()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7100));
        }
    }

    @Test
    void repeatsWhatMayHeal() throws Exception {
        try (EndpointFixture it = EndpointFixture.started().answering(error(500, "once"), list("[1]"))) {
            assertThat(vectors(it.embed("a"))).hasSize(1);
            assertThat(it.recorder.counted(MetricNames.EMBEDDING_RETRIES, "cause", "server")).isEqualTo(1);
            assertThat(it.recorder.counted(MetricNames.EMBEDDING_CALLS)).isEqualTo(2);
        }
    }

    @Test
    void givesUpAfterTheConfiguredAttempts() throws Exception {
        try (EndpointFixture it = EndpointFixture.started().answering(error(500, "a"), error(500, "b"),
                error(500, "c"), list("[1]"))) {
            assertThat(it.failure("a")).isEqualTo("HTTP 500: c");
            assertThat(it.server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void givesUpWhereAPauseIsLongerThanTheFramesTime() throws Exception {
        try (EndpointFixture it = EndpointFixture.started().answering(
                error(503, "maintenance").newBuilder().addHeader("Retry-After", "31").build())) {
            assertThat(it.failure("a")).contains("maintenance");
            assertThat(it.time.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "", "[]", "{\"object\": \"list\"}", "{\"data\": 1}"})
    void saysThatSomethingElseCame(String body) throws Exception {
        MockResponse response = answer(200, body);
        try (EndpointFixture it = EndpointFixture.started().answering(response, response, response)) {
            assertThat(it.failure("a")).startsWith("HTTP 200").contains("is no embedding; check embedding.baseUrl");
            assertThat(it.server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() throws Exception {
        MockResponse large = answer(200, " ".repeat((int) EmbeddingService.MAX_BODY + 1));
        try (EndpointFixture it = EndpointFixture.started().answering(large, large, large)) {
            assertThat(it.failure("a")).contains("more than " + EmbeddingService.MAX_BODY + " bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({"400,encoding_format", "401,embedding.apiKey", "403,embedding.model", "404,embedding.baseUrl",
        "413,raise the server's limit", "501,no embeddings"})
    void saysWhatToDoWhereTheServerRefuses(int status, String fix) throws Exception {
        try (EndpointFixture it = EndpointFixture.started().answering(error(status, "because"))) {
            assertThat(it.failure("a")).startsWith("HTTP " + status + ": because; ").contains(fix);
            assertThat(it.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void showsItsKeyToNobody() throws Exception {
        try (EndpointFixture it = EndpointFixture.started()
                .answering(error(401, "no user has the key " + EndpointFixture.KEY))) {
            assertThat(it.failure("a")).contains("no user has the key ***").doesNotContain(EndpointFixture.KEY);
            assertThat(it.embedder.toString()).doesNotContain(EndpointFixture.KEY);
        }
    }

    @Test
    void inAnOutageOnlyTheFirstAreAskedAbout() throws Exception {
        try (EndpointFixture it = new EndpointFixture(4).answering(error(500, "down"), error(500, "down"),
                error(500, "down"), error(500, "down"))) {
            it.embed("a");
            assertThat(it.failure("b")).isEqualTo("calls pause because the server fails; last: HTTP 500: down");
            Instant failed = it.time.now();

            String third = it.failure("c");

            assertThat(third).isEqualTo("calls pause because the server fails; last: HTTP 500: down");
            assertThat(it.time.now()).as("nobody waits").isEqualTo(failed);
            assertThat(it.server.getRequestCount()).isEqualTo(4);
            assertThat(it.embedder.servers().values()).extracting(ServerState::condition)
                    .containsExactly(Condition.RESTING);
            assertThat(it.meters.get(MetricNames.EMBEDDING_BREAKER).gauge().value()).isEqualTo(2);
        }
    }

    @Test
    void afterItsRestTheServerIsTriedAgain() throws Exception {
        try (EndpointFixture it = new EndpointFixture(4).answering(error(500, "down"), error(500, "down"),
                error(500, "down"), error(500, "down"))) {
            it.embed("a");
            it.embed("b");
            it.time.sleep(Duration.ofSeconds(8));
            it.answering(list("[1]"), list("[1]"), list("[1]"));

            assertThat(it.embed("c")).isInstanceOf(Embeddings.Vectors.class);
            it.embed("d");
            it.embed("e");
            assertThat(it.embedder.servers().values()).extracting(ServerState::isAvailable).containsExactly(true);
        }
    }

    @Test
    void anotherServerAnswersForOneThatIsGone() throws IOException, InterruptedException {
        FakeTime time = new FakeTime();
        URI gone;
        try (MockWebServer server = new MockWebServer()) {
            server.start(InetAddress.getLoopbackAddress(), 0);
            gone = server.url("/v1").uri();
        }
        try (MockWebServer there = new MockWebServer()) {
            there.start(InetAddress.getLoopbackAddress(), 0);
            var config = EndpointFixture.config(List.of(gone, there.url("/v1").uri()), 100);
            for (int k = 0; k < 8; k++) {
                there.enqueue(list("[1]"));
            }
            try (EndpointEmbedder embedder = EndpointEmbedder.create(config,
                    new Recorder(new SimpleMeterRegistry()), time.ambience())) {
                for (int k = 0; k < 8; k++) {
                    assertThat(embedder.embed(List.of("caption " + k), time.in(EndpointFixture.LIMIT)))
                            .isInstanceOf(Embeddings.Vectors.class);
                }
            }
        }
    }

    @Test
    void blankTextsAreRefused() throws Exception {
        try (EndpointFixture it = EndpointFixture.started()) {
            assertThatIllegalArgumentException().isThrownBy(() -> it.embed("a", "\u00a0"))
                    .withMessage("text 1 of 2 is blank");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, true", "EN-gb, true", "pt-BR, true", "pt-br-x-a, true", "pt, false", "pt-PT, false", "enm, false",
        "'', false"})
    void knowsTheLanguagesThatAreConfigured(String language, boolean known) throws Exception {
        try (EndpointFixture it = EndpointFixture.started()) {
            assertThat(it.embedder.knows(language)).isEqualTo(known);
            assertThat(it.embedder.name()).isEqualTo("some-model");
        }
    }

    private static List<float[]> vectors(Embeddings embeddings) {
        return switch (embeddings) {
            case Embeddings.Vectors(List<float[]> each) -> each;
            case Embeddings.Unavailable(String detail) -> throw new AssertionError(detail);
        };
    }
}
