package dev.andon.ops;

import java.io.IOException;
import java.net.URI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.ServerConfig;
import dev.andon.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /health/live}, {@code /health/ready} and {@code /metrics}. Health is JSON, with status 200, or 503
 * where a condition is down. Any thread.
 */
public final class OperationsServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsServer.class);

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REMEDY = "set server.port to a free port, or 0 for any, and server.host to an address of"
            + " this machine";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final WebServer server;

    private OperationsServer(WebServer server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param live  down where only a restart helps
     * @param ready down where the program cannot work for the moment
     * @throws IOException if it cannot listen there; the message says what to do
     */
    public static OperationsServer start(ServerConfig config, PrometheusMeterRegistry metrics, Health live,
            Health ready) throws IOException {
        WebServer server = WebServer.start(config.host(), config.port(), REMEDY,
                settings -> routes(settings.routes, metrics, live, ready));
        LOG.atInfo().addKeyValue("address", server.address()).log("health and metrics");
        return new OperationsServer(server);
    }

    /** Where it listens, without a path. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    private static void routes(RoutesConfig routes, PrometheusMeterRegistry metrics, Health live, Health ready) {
        routes.get("/health/live", context -> tell(context, live.look()));
        routes.get("/health/ready", context -> tell(context, ready.look()));
        routes.get("/metrics", context -> context.contentType(PROMETHEUS).result(metrics.scrape(PROMETHEUS)));
        routes.exception(Exception.class, (failure, context) -> {
            LOG.warn("{} cannot be answered: {}", context.path(), failure.toString());
            context.status(500).contentType("text/plain").result("cannot be answered; see the log");
        });
    }

    private static void tell(Context context, Health.Report report) throws JsonProcessingException {
        context.status(report.isDown() ? 503 : 200).contentType("application/json")
                .result(JSON.writeValueAsString(report));
    }
}
