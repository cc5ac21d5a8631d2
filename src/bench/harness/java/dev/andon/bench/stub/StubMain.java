package dev.andon.bench.stub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The stub's own process. */
final class StubMain {

    private StubMain() {}

    /**
     * Serves until the process is ended.
     *
     * @param args a file that receives the port; slots; typical latency in microseconds; its spread; the share of slow
     *             calls; the label of every answer; a seed
     */
    public static void main(String[] args) throws IOException {
        Latency latency = new Latency(Duration.ofNanos(1000 * Long.parseLong(args[2])), Double.parseDouble(args[3]),
                Double.parseDouble(args[4]));
        StubServer server = StubServer.start(Integer.parseInt(args[1]), latency, args[5], Long.parseLong(args[6]));
        Path file = Path.of(args[0]);
        Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"),
                Integer.toString(server.port()));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
