package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server that speaks OpenAI chat completions on the loopback interface and answers by simulation. Its
 * embeddings are real. Any thread.
 */
public final class SimulatedVlmServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedVlmServer.class);
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final @Nullable Gate gate;
    private final ExecutorService threads;
    private final LazyEmbedder embedder;

    private SimulatedVlmServer(HttpServer server, @Nullable Gate gate, ExecutorService threads,
            LazyEmbedder embedder) {
        this.server = server;
        this.gate = gate;
        this.threads = threads;
        this.embedder = embedder;
    }

    static SimulatedVlmServer start(ServerOptions options, Model model, Random random, FaultOrder firstFault)
            throws IOException {
        return start(options, model, random, firstFault, InstantSource.system());
    }

    /**
     * Starts one.
     *
     * @param clock by which dates are written
     */
    static SimulatedVlmServer start(ServerOptions options, Model model, Random random, FaultOrder firstFault,
            InstantSource clock) throws IOException {
        // Without it each answer waits 40 ms for the acknowledgement of its headers. Read when the first server starts.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(loopback(options.faults() ? 0 : options.port()), BACKLOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Gate gate = options.faults() ? new Gate(options.port(), server.getAddress()) : null;
        LazyEmbedder embedder = new LazyEmbedder();
        Router router = router(options, model, embedder, random, firstFault, clock);
        Delivery delivery = new Delivery(gate);
        server.createContext("/", exchange -> handle(router, delivery, exchange));
        server.setExecutor(threads);
        server.start();
        return new SimulatedVlmServer(server, gate, threads, embedder);
    }

    private static Router router(ServerOptions options, Model model, LazyEmbedder embedder, Random random,
            FaultOrder firstFault, InstantSource clock) {
        Counters counters = new Counters();
        Faults faults = new Faults(random);
        faults.set(firstFault);
        ChatEndpoint chat = new ChatEndpoint(options, model, clock, random, counters);
        return new Router(options, new FaultyChat(chat, faults, clock), new EmbeddingEndpoint(embedder), counters,
                chat::load, new Control(faults));
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    public int port() {
        return gate == null ? server.getAddress().getPort() : gate.port();
    }

    /** Up to and with {@code /v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + "/v1");
    }

    private static void handle(Router router, Delivery delivery, HttpExchange exchange) throws IOException {
        try (exchange) {
            delivery.deliver(exchange, outcome(router, exchange));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    /** Stops at once; requests under way get no answer. */
    @Override
    public void close() {
        if (gate != null) {
            gate.close();
        }
        server.stop(0);
        threads.shutdownNow();
        embedder.close();
    }
}
