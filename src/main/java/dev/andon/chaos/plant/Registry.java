package dev.andon.chaos.plant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import dev.andon.demo.cluster.RegistryProcess;

/** The schema registry, which can be ended and started again on its port and data. One thread. */
public final class Registry implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Path directory;
    private RegistryProcess process;

    private Registry(Path directory, RegistryProcess process) {
        this.directory = directory;
        this.process = process;
    }

    static Registry start(Path directory) throws IOException, InterruptedException {
        return new Registry(directory, RegistryProcess.start(directory));
    }

    String url() {
        return process.url();
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** Ends it in order. */
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    /** Starts it where it is down, and waits until it answers. */
    public void start() throws IOException, InterruptedException {
        process = RegistryProcess.start(directory);
    }

    @Override
    public void close() {
        process.close();
    }
}
