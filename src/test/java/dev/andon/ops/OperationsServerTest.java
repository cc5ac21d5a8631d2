package dev.andon.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;

import dev.andon.config.ServerConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperationsServerTest {

    private static final String HERE = "127.0.0.1";

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<Condition> life = new AtomicReference<>(Condition.up("RUNNING"));
    private final AtomicReference<Condition> work = new AtomicReference<>(Condition.up("RUNNING"));
    private final HttpClient client = HttpClient.newHttpClient();

    private OperationsServer server;

    @BeforeEach
    void start() throws IOException {
        server = start(0);
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    @Test
    void isReadyWhileNothingIsDown() throws Exception {
        work.set(Condition.degraded("REBALANCING"));

        HttpResponse<String> answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(
                """
                    {"status":"DEGRADED","conditions":{"stream":{"level":"DEGRADED","detail":"REBALANCING"}}}""");
    }

    @Test
    void isNotReadyWhereSomethingIsDownAndLivesOn() throws Exception {
        work.set(Condition.down("the \"registry\" is away"));

        HttpResponse<String> ready = get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("""
            {"status":"DOWN","conditions":{"stream":{"level":"DOWN","detail":"the \\"registry\\" is away"}}}""");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatItDoesNotLiveAnyMore() throws Exception {
        life.set(Condition.down("ERROR"));

        HttpResponse<String> answer = get("/health/live");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"ERROR\"");
    }

    @Test
    void showsMetricsAsPrometheusReadsThem() throws Exception {
        metrics.counter("andon.frames.decided", "route", "ACCEPTED").increment(3);

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).contains("# TYPE andon_frames_decided_total counter",
                "andon_frames_decided_total{route=\"ACCEPTED\"} 3.0");
    }

    @Test
    void knowsNoOtherPath() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/health").statusCode()).isEqualTo(404);
    }

    @Test
    void failuresShowNoStackTrace() throws Exception {
        Collector broken = () -> {
            throw new IllegalStateException("cannot be seen");
        };
        metrics.getPrometheusRegistry().register(broken);

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("cannot be answered; see the log");
    }

    @Test
    void saysWhatToDoWhereThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort())).isInstanceOf(IOException.class)
                    .hasMessageContainingAll("cannot listen on " + HERE + ":" + taken.getLocalPort(), "in use",
                            "server.port");
        }
    }

    @Test
    void listensNoLongerOnceItIsClosed() {
        server.close();

        assertThatThrownBy(() -> get("/health/live")).isInstanceOf(IOException.class);
    }

    private OperationsServer start(int port) throws IOException {
        return OperationsServer.start(new ServerConfig(HERE, port), metrics, Health.none().with("stream", life::get),
                Health.none().with("stream", work::get));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }
}
