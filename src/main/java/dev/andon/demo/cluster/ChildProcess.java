package dev.andon.demo.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java virtual machine that dies with this one, however this one ends: it watches the pipe to its standard input.
 * Keep a reference for as long as the child shall live. Any thread.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 15;

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a child; it may end right away.
     *
     * @throws IOException if it cannot be started or its log cannot be written
     */
    public static ChildProcess start(ChildCommand command) throws IOException {
        Path folder = command.log().toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Process process = new ProcessBuilder(command.line()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile())).start();
        return new ChildProcess(command.name(), command.log(), process);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it at once, as SIGKILL does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        await(PATIENCE);
    }

    /** Asks it to end, as SIGTERM does, and kills it where it does not within ten seconds. */
    @Override
    public void close() {
        stop(PATIENCE);
    }

    /**
     * Asks it to end, as SIGTERM does, and leaves it the time that it needs for that.
     *
     * @param limit after which it is killed
     * @return whether it ended by itself
     */
    public boolean stop(Duration limit) {
        // By its handle: the process object would close its standard input, too, which halts it.
        process.toHandle().destroy();
        boolean ended = await(limit);
        if (!ended) {
            kill();
        }
        return ended;
    }

    /**
     * Freezes it for a while, as SIGSTOP and later SIGCONT do: meanwhile it keeps its memory, files and connections and
     * does nothing. It goes on by itself even if this process is gone by then. Returns at once.
     *
     * @throws IOException if the system has no shell
     */
    public void suspend(Duration time) throws IOException {
        String seconds = Long.toString(Math.max(1, time.toSeconds()));
        new ProcessBuilder("sh", "-c", "trap '' INT TERM; kill -STOP $0; sleep $1; kill -CONT $0",
                Long.toString(pid()), seconds).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** What it is, whether it lives, and the end of its log: for messages. */
    public String describe() {
        String state = process.isAlive() ? "runs" : "ended with exit code " + process.exitValue();
        return name + " (pid " + pid() + ") " + state + "; the end of " + log + ":\n" + tail();
    }

    private String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(not readable: " + e + ")";
        }
    }

    private boolean await(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
