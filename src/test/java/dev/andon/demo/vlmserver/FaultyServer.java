package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

import dev.andon.core.frame.ImageBytes;

/** A simulated server that finds every part all right in words of its own, until it is told how to fail. */
public final class FaultyServer implements AutoCloseable {

    private static final ServerOptions OPTIONS = new ServerOptions(0, 8, 64, Duration.ZERO, 0, 8, 4 << 20, null, true);

    private final SimulatedVlmServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private FaultyServer(SimulatedVlmServer server) {
        this.server = server;
    }

    /**
     * Starts one on a free port.
     *
     * @param clock by which dates are written
     */
    public static FaultyServer start(InstantSource clock) throws IOException {
        return new FaultyServer(SimulatedVlmServer.start(OPTIONS, FaultyServer::look, new Random(1), FaultOrder.NONE,
                clock));
    }

    private static Model.Sight look(ImageBytes image) {
        return new Model.Sight.Seen((prompt, allowed, temperature, seed) -> opinion(allowed, seed));
    }

    private static Model.Opinion opinion(List<String> allowed, long seed) {
        return new Model.Opinion(allowed.getFirst(),
                "The bracket lies flat on the table and shows all four holes, as seen by " + seed);
    }

    public URI baseUrl() {
        return server.baseUrl();
    }

    /** Orders a fault, as a body for {@code POST /control}. */
    public void order(String fault) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve("/control"))
                .POST(BodyPublishers.ofString(fault)).build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.body());
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
