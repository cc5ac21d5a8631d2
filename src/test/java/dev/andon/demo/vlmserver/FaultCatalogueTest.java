package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.andon.demo.vlmserver.TestServer.content;
import static dev.andon.demo.vlmserver.TestServer.json;
import static dev.andon.demo.vlmserver.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each ordered fault is what its name says. */
class FaultCatalogueTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void takesEveryOrderOfTheCatalogue() {
        Map<String, String> orders = FaultCatalogue.orders(0.5);

        assertThat(orders).hasSizeGreaterThan(35);
        orders.forEach((name, order) -> assertThat(FaultOrder.read(TestServer.parse(order)).share()).as(name)
                .isEqualTo(0.5));
    }

    @Test
    void listsWhatCanBeOrdered() {
        JsonNode listing = json(server.send("GET", "/control", ""));

        assertThat(listing.at("/faults/hang").asText()).isEqualTo("at, seconds");
        assertThat(listing.at("/samples/status-429-date").asText()).contains("\"asDate\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'fault': 'hang', 'at': 'end'}", "{'fault': 'html', 'seconds': 1}",
        "{'fault': 'status', 'status': 200}", "{'fault': 'melt'}"})
    void refusesOrdersThatMeanNothing(String order) {
        assertThat(server.send("POST", "/control", order.replace('\'', '"')).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"no-choices,''", "content-filter,''", "refusal,''", "reasoning-only,''", "wrong-schema,verdict",
        "unknown-label,splendid", "endless-thought,<think>", "think-tags,</think>"})
    void saysWhatIsNoGood(String fault, String content) {
        order("{'fault': '" + fault + "'}");

        assertThat(content(server.chat(request()))).contains(content);
    }

    @Test
    void givesTheSameAnswerForEverySeed() {
        order("{'fault': 'identical'}");

        assertThat(content(server.chat(request().put("seed", 1)))).isEqualTo(
                content(server.chat(request().put("seed", 2))));
    }

    @Test
    void givesOneChoiceWhereThreeAreWanted() {
        order("{'fault': 'fewer-choices'}");

        assertThat(json(server.chat(request().put("n", 3))).path("choices").size()).isEqualTo(1);
    }

    @Test
    void namesADateWhereOrdered() {
        order("{'fault': 'status', 'status': 429, 'retryAfter': 90, 'asDate': true}");
        HttpResponse<String> response = server.chat(request());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValueSatisfying(
                date -> assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)).isNotNull());
    }

    @Test
    void streamsAHugeAnswer() throws Exception {
        order("{'fault': 'huge', 'megabytes': 3}");

        assertThat(server.chat(request()).body()).hasSizeGreaterThan(3_000_000);
    }

    @ParameterizedTest
    @CsvSource({"start,0", "headers,1", "body,60"})
    void resetsTheConnectionWhereOrdered(String stage, int atLeast) throws Exception {
        order("{'fault': 'reset', 'at': '" + stage + "'}");
        try (RawClient client = RawClient.asking(server.port())) {
            assertThatThrownBy(client::readToEnd).isInstanceOf(SocketException.class).hasMessageContaining("reset");
            assertThat(client.received()).hasSizeGreaterThanOrEqualTo(atLeast);
        }
    }

    @Test
    void hangsAfterTheHeaders() throws Exception {
        order("{'fault': 'hang', 'at': 'headers', 'seconds': 60}");
        try (RawClient client = RawClient.asking(server.port())) {
            client.readUntil("\r\n\r\n");

            assertThatThrownBy(() -> client.readOne(100)).isInstanceOf(SocketTimeoutException.class);
            assertThat(client.received()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refusesConnectionsForTheTimeOrdered() {
        order("{'fault': 'refused', 'seconds': 600}");

        assertThatThrownBy(() -> RawClient.asking(server.port())).isInstanceOf(ConnectException.class);
    }

    @Test
    void listensAgainOnTheSamePortAfterRefusing() throws Exception {
        try (RawClient before = RawClient.asking(server.port())) {
            before.readUntil("\r\n\r\n");

            order("{'fault': 'refused', 'seconds': 0}");

            before.readToEnd();
        }
        while (!listens()) {
            Thread.onSpinWait();
        }
        assertThat(server.chat(request()).statusCode()).isEqualTo(200);
    }

    private boolean listens() {
        try (RawClient client = RawClient.asking(server.port())) {
            return client.received().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private void order(String json) {
        assertThat(server.send("POST", "/control", json.replace('\'', '"')).statusCode()).isEqualTo(200);
    }

    /** A client that sees bytes as they come. */
    private static final class RawClient implements AutoCloseable {

        private final Socket socket;
        private final StringBuilder received = new StringBuilder();

        private RawClient(Socket socket) {
            this.socket = socket;
        }

        static RawClient asking(int port) throws IOException {
            RawClient client = new RawClient(new Socket(InetAddress.getLoopbackAddress(), port));
            byte[] body = request().toString().getBytes(StandardCharsets.UTF_8);
            String head = "POST " + URI.create("/v1/chat/completions") + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            client.socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            client.socket.getOutputStream().write(body);
            return client;
        }

        String received() {
            return received.toString();
        }

        int readOne(int millis) throws IOException {
            socket.setSoTimeout(millis);
            int next = socket.getInputStream().read();
            received.append((char) next);
            return next;
        }

        void readUntil(String end) throws IOException {
            while (!received.toString().endsWith(end)) {
                readOne(20_000);
            }
        }

        void readToEnd() throws IOException {
            while (readOne(20_000) >= 0) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
