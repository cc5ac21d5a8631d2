package dev.andon.ops;

import java.io.IOException;
import java.net.URI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.ServerConfig;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
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
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;
    private final URI address;

    private OperationsServer(Javalin server, URI address) {
        this.server = server;
        this.address = address;
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
        Javalin server = Javalin.create(settings -> {
            quietly(settings);
            settings.concurrency.useVirtualThreads = true;
            settings.jetty.host = config.host();
            settings.jetty.port = config.port();
            routes(settings.routes, metrics, live, ready);
        });
        listen(server, config);
        URI address = URI.create("http://" + inUri(config.host()) + ":" + server.port());
        LOG.atInfo().addKeyValue("address", address).log("health and metrics");
        return new OperationsServer(server, address);
    }

    /** Where it listens, without a path. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void quietly(JavalinConfig settings) {
        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.startup.startupWatcherEnabled = false;
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

    private static void listen(Javalin server, ServerConfig config) throws IOException {
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            throw new IOException("cannot listen on " + config.host() + ":" + config.port() + " (" + cause(e)
                    + "): set server.port to a free port, or 0 for any, and server.host to an address of this machine",
                    e);
        }
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** An IPv6 address stands in brackets. */
    private static String inUri(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
