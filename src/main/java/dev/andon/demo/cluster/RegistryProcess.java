package dev.andon.demo.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * An Apicurio registry with Confluent's API in a child process. A directory that had one before gets the same one again:
 * same port, same schemas, also after {@link #kill()}. Any thread.
 */
public final class RegistryProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private final ChildProcess child;
    private final String url;

    private RegistryProcess(ChildProcess child, String url) {
        this.child = child;
        this.url = url;
    }

    /**
     * Starts a registry, waits until it answers and sets its global compatibility to FULL_TRANSITIVE.
     *
     * @param directory for its database and log
     * @throws IOException if the server is not installed, ends, or does not answer within 90 seconds; the message says
     *                     what is missing or has the end of its log
     */
    public static RegistryProcess start(Path directory) throws IOException, InterruptedException {
        Path home = RegistryHome.find();
        Files.createDirectories(directory.resolve("tmp"));
        Ports ports = Ports.of(directory);
        int port = ports.port("http");
        String classPath = home.resolve("quarkus-run.jar") + File.pathSeparator + childMainAlone(directory);
        ChildProcess child = ChildProcess.start(new ChildCommand("schema registry",
                flags(directory, port, ports.port("management")), classPath, MAIN, List.of(),
                directory.resolve("registry.log")));
        RegistryProcess registry = new RegistryProcess(child, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try (RegistryApi api = new RegistryApi(registry.url)) {
            Readiness.await(child, LIMIT, api::demandCompatibility);
        }
        return registry;
    }

    /** The address of Confluent's API. */
    public String url() {
        return url;
    }

    public long pid() {
        return child.pid();
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        child.kill();
    }

    /**
     * Ends it in order.
     *
     * @param limit after which it is killed
     */
    public void stop(Duration limit) {
        child.stop(limit);
    }

    @Override
    public void close() {
        child.close();
    }

    private static List<String> flags(Path directory, int port, int managementPort) {
        Path database = directory.toAbsolutePath().resolve("schemas");
        return List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1", "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.http.access-log.enabled=false",
                // Without a write delay, what was answered survives a kill.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=2", "-Dapicurio.datasource.jdbc.min-size=2",
                "-Dapicurio.storage.snapshot.location=" + directory.toAbsolutePath(),
                // It leaves natives there when it is killed.
                "-Djava.io.tmpdir=" + directory.toAbsolutePath().resolve("tmp"));
    }

    /**
     * A class path with {@link ChildMain} and nothing else: the server must not see the libraries of this program.
     */
    private static Path childMainAlone(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().resolve("child");
        String name = ChildMain.class.getName().replace('.', '/') + ".class";
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        try (InputStream bytes = Objects.requireNonNull(ChildMain.class.getResourceAsStream("/" + name))) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return root;
    }
}
