package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server that speaks OpenAI chat completions on the loopback interface and answers by simulation. Any thread.
 */
public final class SimulatedVlmServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedVlmServer.class);
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads;

    private SimulatedVlmServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static SimulatedVlmServer start(ServerOptions options, Model model, Random random, FaultOrder firstFault)
            throws IOException {
        // Without it each answer waits 40 ms for the acknowledgement of its headers. Read when the first server starts.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Counters counters = new Counters();
        Faults faults = new Faults(random);
        faults.set(firstFault);
        ChatEndpoint chat = new ChatEndpoint(options, model, InstantSource.system(), random, counters, faults);
        Router router = new Router(options, chat, counters, faults);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}),
                options.port()), BACKLOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.createContext("/", exchange -> handle(router, exchange));
        server.setExecutor(threads);
        server.start();
        return new SimulatedVlmServer(server, threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Up to and with {@code /v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + "/v1");
    }

    private static void handle(Router router, HttpExchange exchange) throws IOException {
        try (exchange) {
            if (outcome(router, exchange) instanceof Outcome.Answered answer) {
                send(exchange, answer);
            }
        }
    }

    private static Outcome outcome(Router router, HttpExchange exchange) throws IOException {
        try {
            return router.route(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Dropped();
        } catch (RuntimeException e) {
            LOG.error("event=simulated_vlm_error path={}", exchange.getRequestURI().getPath(), e);
            return Outcome.refused(ApiError.internal());
        }
    }

    private static void send(HttpExchange exchange, Outcome.Answered answer) throws IOException {
        byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Andon-Simulation", "true");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** Stops at once; requests under way get no answer. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
