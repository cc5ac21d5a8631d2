package dev.andon.demo.vlmserver;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.andon.demo.vlmserver.TestServer.json;
import static dev.andon.demo.vlmserver.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What real servers refuse, this one refuses alike. */
class ProtocolErrorsTest {

    private static final TestServer SERVER = new TestServer();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> spoiltRequests() {
        return Stream.of(
                spoilt(400, "model", r -> r.remove("model")),
                spoilt(404, "model", r -> r.put("model", "gpt-4o")),
                spoilt(400, "messages", r -> r.remove("messages")),
                spoilt(400, "messages", r -> r.putArray("messages")),
                spoilt(400, "messages", r -> parts(r).remove(1)),
                spoilt(400, "messages", r -> parts(r).add(parts(r).get(1))),
                spoilt(400, "messages", r -> image(r, "https://127.0.0.1/part.jpg")),
                spoilt(400, "messages", r -> image(r, "data:image/jpeg;base64,###")),
                spoilt(400, "messages", r -> image(r, "data:text/plain;base64,AAAA")),
                spoilt(400, "messages", r -> image(r, "data:image/jpeg;base64," + base64("no image at all"))),
                spoilt(400, "n", r -> r.put("n", 4)),
                spoilt(400, "n", r -> r.put("n", 0)),
                spoilt(400, "n", r -> r.put("n", 2).put("temperature", 0)),
                spoilt(400, "temperature", r -> r.put("temperature", 2.5)),
                spoilt(400, "temperature", r -> r.put("temperature", "warm")),
                spoilt(400, "seed", r -> r.put("seed", 0.5)),
                spoilt(400, "max_tokens", r -> r.put("max_tokens", 0)),
                spoilt(400, "stream", r -> r.put("stream", true)),
                spoilt(400, "response_format", r -> r.putObject("response_format").put("type", "xml")),
                spoilt(400, "response_format.json_schema.schema",
                        r -> ((ObjectNode) r.at("/response_format/json_schema")).remove("schema")));
    }

    @ParameterizedTest
    @MethodSource("spoiltRequests")
    void namesTheWrongParameter(int status, String param, ObjectNode request) {
        HttpResponse<String> response = SERVER.chat(request);

        JsonNode error = json(response).path("error");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(error.path("param").asText()).isEqualTo(param);
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(error.has("code")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/chat/completions,405", "POST,/v1/models,405", "GET,/v1/nothing,404", "GET,/,404",
        "GET,/v1/models/other,404", "GET,/v1/models/andon-simulated-vlm,200", "GET,/health,200"})
    void knowsItsPaths(String method, String path, int status) {
        assertThat(SERVER.send(method, path, "").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{", "[]", "''", "nothing"})
    void refusesABodyThatIsNoObject(String body) {
        HttpResponse<String> response = SERVER.send("POST", "/v1/chat/completions", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/error/type").asText()).isEqualTo("invalid_request_error");
    }

    @Test
    void refusesALargeBody() {
        HttpResponse<String> response = SERVER
                .chat(request().put("padding", "x".repeat(TestServer.QUICK.maxBodyBytes())));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void wantsItsKey() {
        ServerOptions quick = TestServer.QUICK;
        ServerOptions locked = new ServerOptions(0, quick.slots(), quick.queue(), quick.latency(), 0, 1,
                quick.maxBodyBytes(), "k1", false);
        try (TestServer server = new TestServer(locked, TestServer::look)) {
            String body = request().toString();

            assertThat(server.chat(request()).statusCode()).isEqualTo(401);
            assertThat(server.send("GET", "/v1/models", "", "Authorization", "Bearer k2").statusCode()).isEqualTo(401);
            assertThat(server.send("POST", "/v1/chat/completions", body, "Authorization", "Bearer k1").statusCode())
                    .isEqualTo(200);
            assertThat(server.send("GET", "/health", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void survivesAModelThatFails() {
        try (TestServer server = new TestServer(TestServer.QUICK, image -> {
            throw new IllegalStateException("broken on purpose");
        })) {
            HttpResponse<String> response = server.chat(request());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(json(response).at("/error/type").asText()).isEqualTo("server_error");
            assertThat(response.body()).doesNotContain("broken on purpose");
        }
    }

    private static Arguments spoilt(int status, String param, Consumer<ObjectNode> change) {
        ObjectNode request = request();
        change.accept(request);
        return arguments(status, param, request);
    }

    private static com.fasterxml.jackson.databind.node.ArrayNode parts(ObjectNode request) {
        return (com.fasterxml.jackson.databind.node.ArrayNode) request.at("/messages/0/content");
    }

    private static void image(ObjectNode request, String uri) {
        ((ObjectNode) parts(request).get(1).path("image_url")).put("url", uri);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
