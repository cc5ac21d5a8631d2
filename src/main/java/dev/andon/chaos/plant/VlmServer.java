package dev.andon.chaos.plant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.andon.demo.cluster.ChildCommand;
import dev.andon.demo.cluster.ChildProcess;
import dev.andon.demo.cluster.Ports;
import dev.andon.demo.vlmserver.FaultCatalogue;
import dev.andon.demo.vlmserver.SimulatedVlmCommand;
import org.jspecify.annotations.Nullable;

/** The simulated model's server, which can be told to fail, killed, and started again on its port. One thread. */
public final class VlmServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

    private final Path log;
    private final int port;
    private final long seed;
    private @Nullable ChildProcess child;

    /** A server that is not running yet. */
    VlmServer(Path directory, long seed) throws IOException {
        this.log = directory.resolve("simulated-vlm.log");
        this.port = Ports.of(directory).port("http");
        this.seed = seed;
    }

    /** Up to and with {@code /v1}. */
    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port + "/v1");
    }

    /**
     * Starts it where it is down, and waits until it answers.
     *
     * @throws IOException if it does not within a minute
     */
    public void start() throws IOException, InterruptedException {
        ChildProcess started = ChildProcess.start(ChildCommand.ofThisProgram("simulated vision-language model", FLAGS,
                SimulatedVlmCommand.class, List.of("--port", Integer.toString(port), "--slots", "32", "--seed",
                        Long.toString(seed), "--faults"),
                log));
        child = started;
        long start = System.nanoTime();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IOException("the simulated model did not start: " + started.describe());
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        if (child != null) {
            child.kill();
        }
    }

    /**
     * Puts a fault in force, in place of the one before.
     *
     * @param order as {@code POST /control} takes it
     * @throws IOException if the server does not answer or does not know it
     */
    public void order(String order) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/control").POST(HttpRequest.BodyPublishers.ofString(order)));
        if (answer.statusCode() != 200) {
            throw new IOException("the simulated model refused the order " + order + ": " + answer.body());
        }
    }

    /** Ends the fault in force, whatever it is. */
    public void repair() throws IOException, InterruptedException {
        order(FaultCatalogue.NONE);
    }

    private boolean answers() throws InterruptedException {
        try {
            return send(request("/health")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
