package dev.andon.chaos.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.andon.demo.cluster.ChildCommand;
import dev.andon.demo.cluster.ChildProcess;
import org.jspecify.annotations.Nullable;

/** An instance of {@code andon run} with a state directory of its own and a log per life. One thread. */
public final class Processor implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED", "-XX:+ExitOnOutOfMemoryError");

    private final String name;
    private final Path directory;
    private final Class<?> program;
    private final List<String> arguments;
    private int lives;
    private @Nullable ChildProcess child;

    /**
     * An instance that is not running yet.
     *
     * @param directory for its state and logs
     * @param program   main class of {@code andon}
     * @param arguments of it, without the place of the state
     */
    Processor(String name, Path directory, Class<?> program, List<String> arguments) {
        this.name = name;
        this.directory = directory;
        this.program = program;
        this.arguments = Stream.concat(arguments.stream(),
                Stream.of("--set", "application.stateDir=" + state(directory))).toList();
    }

    public String name() {
        return name;
    }

    public boolean isUp() {
        return child != null && child.isAlive();
    }

    /** The directory with the state of its stream processor. */
    Path state() {
        return state(directory);
    }

    /** Starts it, unless it runs. Does not wait until it works. */
    public void start() throws IOException {
        if (!isUp()) {
            lives++;
            child = ChildProcess.start(ChildCommand.ofThisProgram(name, FLAGS, program, arguments,
                    directory.resolve(String.format(Locale.ROOT, "run-%03d.log", lives))));
        }
    }

    /**
     * Kills it as {@code kill -9} does.
     *
     * @return whether there was something to kill
     */
    public boolean kill() {
        boolean up = isUp();
        if (child != null) {
            child.kill();
        }
        return up;
    }

    /**
     * Ends it in order.
     *
     * @return whether it did so by itself
     */
    public boolean stop() {
        return child == null || child.stop(STOP_LIMIT);
    }

    /** Freezes it for a while; returns at once. */
    public void suspend(Duration time) throws IOException {
        if (child != null) {
            child.suspend(time);
        }
    }

    /** Deletes its state. It must not run. */
    public void forget() throws IOException {
        if (!Files.exists(state())) {
            return;
        }
        try (Stream<Path> files = Files.walk(state())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What it is doing, with the end of its log: for messages. */
    public String describe() {
        return child == null ? name + " was never started" : child.describe();
    }

    @Override
    public void close() {
        if (child != null) {
            child.kill();
        }
    }

    private static Path state(Path directory) {
        return directory.resolve("state").toAbsolutePath();
    }
}
