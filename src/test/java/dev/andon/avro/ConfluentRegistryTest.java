package dev.andon.avro;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the client makes of good and bad registries. */
class ConfluentRegistryTest {

    private static final String FOUND = """
        {"schema": "\\"string\\""}""";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsASchema() {
        server.enqueue(json(200, FOUND));

        assertThat(registry(address()).byId(7)).isInstanceOfSatisfying(Answer.Found.class,
                found -> assertThat(found.value()).hasToString("\"string\""));
    }

    @ParameterizedTest
    @CsvSource({"404,40403", "404,40401", "404,40402"})
    void believesTheRegistryThatSomethingIsNotThere(int status, int code) {
        server.enqueue(json(status, "{\"error_code\": " + code + ", \"message\": \"not found\"}"));

        assertThat(registry(address()).byId(7)).isInstanceOfSatisfying(Answer.Absent.class,
                absent -> assertThat(absent.detail()).contains("schema id 7", address().toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 407, 408, 429, 500, 502, 503})
    void doesNotBelieveWhatStandsInBetween(int status) {
        server.enqueue(new MockResponse.Builder().code(status).body("<html>sorry</html>").build());

        assertThat(registry(address()).byId(7)).isInstanceOf(Answer.Away.class);
    }

    @Test
    void doesNotBelieveAPageInPlaceOfASchema() {
        server.enqueue(new MockResponse.Builder().code(200).body("<html>log in</html>").build());

        assertThat(registry(address()).byId(7)).isInstanceOf(Answer.Away.class);
    }

    @Test
    void cannotUseASchemaOfAnotherKind() {
        server.enqueue(json(200, "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}"));

        assertThat(registry(address()).byId(7)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void isRefusedWhatIsIncompatible() {
        server.enqueue(json(409, "{\"error_code\": 409, \"message\": \"incompatible\"}"));

        assertThat(registry(address()).register("s", Schemas.FRAME)).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.detail()).contains("incompatible"));
    }

    @Test
    void isAwayWhereNobodyListensOrAnswers() throws Exception {
        assertThat(registry(nobody()).byId(7)).isInstanceOf(Answer.Away.class);
        assertThat(registry(URI.create("http://no-such-host.invalid")).byId(7)).isInstanceOf(Answer.Away.class);
        assertThat(registry(address()).byId(7)).isInstanceOf(Answer.Away.class);
    }

    @Test
    void triesTheNextAddress() throws Exception {
        server.enqueue(json(200, FOUND));

        assertThat(registry(nobody(), address()).byId(7)).isInstanceOf(Answer.Found.class);
    }

    @Test
    void tellsNobodyThePasswordOfARegistryThatIsAway() throws Exception {
        URI secret = URI.create(nobody().toString().replace("http://", "http://andon:hush%21@"));

        Answer<?> answer = registry(secret).byId(7);

        assertThat(answer).asString().contains("127.0.0.1:" + secret.getPort()).doesNotContain("hush");
    }

    @Test
    void passesSettingsThroughButAlwaysVerifiesHostNames() {
        Map<String, String> settings = ConfluentRegistry.settings(new RegistryAccess(List.of(address()),
                Duration.ofSeconds(3), Map.of("basic.auth.user.info", "a:b",
                        "schema.registry.ssl.endpoint.identification.algorithm", "")));

        assertThat(settings).containsEntry("basic.auth.user.info", "a:b")
                .containsEntry("http.connect.timeout.ms", "3000").containsEntry("http.read.timeout.ms", "3000")
                .containsEntry("schema.registry.ssl.endpoint.identification.algorithm", "https");
    }

    private URI address() {
        return server.url("/").uri();
    }

    private static URI nobody() throws Exception {
        try (ServerSocket closed = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private static SchemaRegistry registry(URI... urls) {
        return new ConfluentRegistry(new RegistryAccess(List.of(urls), Duration.ofMillis(500), Map.of()));
    }
}
