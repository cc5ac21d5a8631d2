package dev.andon.it;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.andon.cli.Andon;
import dev.andon.demo.cluster.ChildMain;

/** {@code andon} in a process of its own, which dies with this one. One thread. */
final class Processor implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> JAVA = List.of(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-Xmx256m",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
            System.getProperty("java.class.path"), ChildMain.class.getName(), Andon.class.getName());

    private final Process process;

    private Processor(Process process) {
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param arguments of {@code andon}
     * @param out       receives what it says
     * @param log       receives what it logs; appended to
     */
    static Processor start(List<String> arguments, Path out, Path log) throws IOException {
        List<String> line = new ArrayList<>(JAVA);
        line.addAll(arguments);
        return new Processor(new ProcessBuilder(line).redirectOutput(out.toFile())
                .redirectError(Redirect.appendTo(log.toFile())).start());
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Freezes it, as SIGSTOP does. */
    void suspend() throws Exception {
        signal("STOP");
    }

    /** Lets a frozen one go on. */
    void resume() throws Exception {
        signal("CONT");
    }

    /**
     * Ends it as {@code kill} does, and waits until it is ready to go.
     *
     * @return its exit code
     */
    int stop() throws InterruptedException {
        // By its handle: the process object would close standard input too, which halts the child.
        process.toHandle().destroy();
        return awaitEnd();
    }

    /**
     * Waits until it has ended.
     *
     * @return its exit code
     */
    int awaitEnd() throws InterruptedException {
        return awaitEnd(LIMIT);
    }

    /** {@link #awaitEnd()} of something that takes its time. */
    int awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("pid " + process.pid() + " did not end within " + limit);
        }
        return process.exitValue();
    }

    /** How many files and sockets it has open. */
    int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return (int) open.count();
        }
    }

    /** How many of its descendants run a program. */
    int children(String program) {
        return (int) descendants().stream()
                .filter(child -> child.info().command().filter(command -> command.endsWith("/" + program)).isPresent())
                .count();
    }

    /** All processes that it started, and those that they did. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    private void signal(String name) throws Exception {
        int failed = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        if (failed != 0) {
            throw new AssertionError("no signal " + name + " to pid " + process.pid());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
