package dev.andon.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.demo.cluster.ChildCommand;
import dev.andon.demo.cluster.ChildProcess;
import dev.andon.demo.vlmserver.SimulatedVlmCommand;

/** The simulated model's server in a child process. Any thread. */
public final class VlmProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");
    private static final int SLOTS = 32;

    private final ChildProcess child;
    private final int port;

    private VlmProcess(ChildProcess child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param directory for its log
     * @param port      0 for a free one
     * @param seed      of latencies, and of answers to which no seed is asked for
     * @throws IOException if it ends or does not listen within 30 seconds
     */
    public static VlmProcess start(Path directory, int port, long seed) throws IOException, InterruptedException {
        Path log = directory.resolve("simulated-vlm.log");
        ChildProcess child = ChildProcess.start(ChildCommand.ofThisProgram("simulated vision-language model", FLAGS,
                SimulatedVlmCommand.class, List.of("--port", Integer.toString(port), "--slots", Integer.toString(SLOTS),
                        "--seed", Long.toString(seed)),
                log));
        try {
            return new VlmProcess(child, awaitPort(child, log));
        } catch (IOException | InterruptedException e) {
            child.close();
            throw e;
        }
    }

    /** Up to and with {@code /v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port + "/v1");
    }

    /** Requests for completions that the server has counted. */
    long calls() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .timeout(LIMIT).build();
            return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body()).path("requests")
                    .asLong();
        }
    }

    @Override
    public void close() {
        child.close();
    }

    private static int awaitPort(ChildProcess child, Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (child.isAlive() && System.nanoTime() - start < LIMIT.toNanos()) {
            Optional<Integer> port = port(log);
            if (port.isPresent()) {
                return port.get();
            }
            Thread.sleep(PAUSE);
        }
        throw new IOException("the simulated model did not start: " + Files.readString(log));
    }

    /** The first line that is a number: warnings of the virtual machine may stand before it. */
    private static Optional<Integer> port(Path log) throws IOException {
        String text = Files.readString(log);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().filter(line -> line.matches("\\d{1,5}"))
                .findFirst().map(Integer::valueOf);
    }
}
