package dev.andon.vlm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.http.FakeTime;
import dev.andon.vlm.ProbeReport.Support;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VlmProbeTest {

    @Test
    void findsAServerThatHonoursEverything() throws Exception {
        ProbeReport report = probe(null, request -> {
            String content = "{\\\"answer\\\":\\\"shapes\\\",\\\"caption\\\":\\\"seed " + request.path("seed")
                    + "\\\"}";
            String choice = "{\"message\": {\"content\": \"" + content + "\"}, \"logprobs\": {\"content\": []}}";
            return Bodies.json(200, "{\"choices\": [" + String.join(",",
                    Collections.nCopies(request.path("n").asInt(1), choice))
                    + "], \"usage\": {\"prompt_tokens\": 90, \"completion_tokens\": 20}}");
        });

        assertThat(report.answered()).isTrue();
        assertThat(report.model()).isEqualTo("first");
        assertThat(report.models()).containsExactly("first", "second");
        assertThat(report.choices().support()).isEqualTo(Support.HONOURED);
        assertThat(report.seed().support()).isEqualTo(Support.HONOURED);
        assertThat(report.jsonSchema().support()).isEqualTo(Support.HONOURED);
        assertThat(report.logprobs().support()).isEqualTo(Support.HONOURED);
        assertThat(report.promptTokens()).isEqualTo(90);
        assertThat(report.usable()).isEqualTo(5);
        assertThat(report.lines()).contains("n            honoured: 5 of 5 choices came back")
                .anySatisfy(line -> assertThat(line).contains("450 prompt and 100 completion tokens"));
    }

    @Test
    void findsAServerThatIgnoresEverything() throws Exception {
        int[] calls = {0};
        ProbeReport report = probe("named", request -> Bodies.completion("words " + calls[0]++));

        assertThat(report.model()).isEqualTo("named");
        assertThat(report.choices().support()).isEqualTo(Support.IGNORED);
        assertThat(report.seed().support()).isEqualTo(Support.IGNORED);
        assertThat(report.jsonSchema().support()).isEqualTo(Support.IGNORED);
        assertThat(report.logprobs().support()).isEqualTo(Support.IGNORED);
        assertThat(report.usable()).isZero();
    }

    @Test
    void findsWhatAServerRefuses() throws Exception {
        ProbeReport report = probe(null, request -> request.has("n") || request.has("response_format")
                || request.has("logprobs") ? Bodies.error(400, "unknown field") : Bodies.completion(Bodies.OK));

        assertThat(report.choices().support()).isEqualTo(Support.REFUSED);
        assertThat(report.jsonSchema().support()).isEqualTo(Support.REFUSED);
        assertThat(report.logprobs().support()).isEqualTo(Support.REFUSED);
        assertThat(report.seed().support()).isEqualTo(Support.UNCLEAR);
        assertThat(report.lines()).anySatisfy(line -> assertThat(line).contains("sampling is not real"));
    }

    @Test
    void saysWhyItEndedEarly() throws Exception {
        ProbeReport report = probe(null, request -> Bodies.error(401, "no such key"));

        assertThat(report.answered()).isFalse();
        assertThat(report.lines()).last().asString().contains("HTTP 401: no such key");
    }

    @Test
    void probesEachServerForTheModelThatTheFirstOneLists() throws Exception {
        try (MockWebServer first = new MockWebServer(); MockWebServer other = new MockWebServer()) {
            first.setDispatcher(new Server(request -> Bodies.completion(Bodies.OK)));
            other.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return Bodies.json(200, "{\"data\": [{\"id\": \"else\"}]}");
                }
            });
            first.start(InetAddress.getLoopbackAddress(), 0);
            other.start(InetAddress.getLoopbackAddress(), 0);
            List<URI> addresses = List.of(first.url("/v1").uri(), other.url("/v1").uri());

            List<ProbeReport> reports = VlmProbe.probe(Configs.endpoints(Configs.of(addresses.getFirst()), addresses),
                    null, 5, new FakeTime().ambience());

            assertThat(reports).extracting(ProbeReport::answered).containsExactly(true, false);
            assertThat(reports).extracting(ProbeReport::server)
                    .containsExactly(addresses.get(0).toString(), addresses.get(1).toString());
            assertThat(reports.get(1).lines()).last().asString().contains("does not list the model first");
        }
    }

    private static ProbeReport probe(@Nullable String model, Function<JsonNode, MockResponse> answer)
            throws IOException, InterruptedException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Server(answer));
            server.start(InetAddress.getLoopbackAddress(), 0);
            return VlmProbe.probe(Configs.of(server.url("/v1/").uri()), model, 5, new FakeTime().ambience()).getFirst();
        }
    }

    /** Lists two models and answers chats by a function of the request. */
    private static final class Server extends Dispatcher {

        private final Function<JsonNode, MockResponse> answer;

        Server(Function<JsonNode, MockResponse> answer) {
            this.answer = answer;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return switch (request.getTarget()) {
                case "/v1/models" -> Bodies.json(200, "{\"data\": [{\"id\": \"first\"}, {\"id\": \"second\"}]}");
                case "/v1/chat/completions" -> answer.apply(json(request.getBody()));
                default -> Bodies.error(404, request.getTarget());
            };
        }

        private static JsonNode json(@Nullable ByteString body) {
            try {
                return new JsonMapper().readTree(body == null ? "" : body.utf8());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
