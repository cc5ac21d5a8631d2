package dev.andon.bench.stub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.andon.demo.cluster.ChildCommand;
import dev.andon.demo.cluster.ChildProcess;

/** A stub in a child process. One thread. */
public final class StubProcess implements AutoCloseable {

    /** The label of every answer. */
    public static final String LABEL = "ok";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final ChildProcess child;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    private StubProcess(ChildProcess child, int port) {
        this.child = child;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts a stub and waits until it listens.
     *
     * @param directory for its log; used by no other one
     */
    public static StubProcess start(Path directory, int slots, Latency latency, long seed)
            throws IOException, InterruptedException {
        Path port = Files.createDirectories(directory).resolve("port");
        Files.deleteIfExists(port);
        ChildProcess child = ChildProcess.start(ChildCommand.ofThisProgram("model's stub", FLAGS, StubMain.class,
                List.of(port.toString(), Integer.toString(slots), Long.toString(latency.typical().toNanos() / 1000),
                        Double.toString(latency.spread()), Double.toString(latency.slowShare()), LABEL,
                        Long.toString(seed)),
                directory.resolve("stub.log")));
        long start = System.nanoTime();
        while (!Files.exists(port)) {
            if (!child.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
                child.kill();
                throw new IOException("the stub does not start: " + child.describe());
            }
            Thread.sleep(PAUSE);
        }
        return new StubProcess(child, Integer.parseInt(Files.readString(port)));
    }

    /** Up to and with {@code /v1}. */
    public URI baseUrl() {
        return address.resolve("/v1");
    }

    public long pid() {
        return child.pid();
    }

    /** What it has counted. */
    public Stats stats() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/stats")).timeout(LIMIT).build();
        return Stats.of(client.send(request, BodyHandlers.ofString()).body());
    }

    @Override
    public void close() {
        client.close();
        child.close();
    }
}
