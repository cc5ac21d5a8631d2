package dev.andon.demo.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka broker in a child process. A directory that had one before gets the same one again: same port, same data,
 * also after {@link #kill()}. Any thread.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> FLAGS = List.of("-Xmx512m",
            "-Dlogback.configurationFile=dev/andon/demo/cluster/broker-logback.xml");

    /** What its virtual machine is to be good at. */
    public enum Machine {
        /** To be there soon and to take little. It stands still for some 70 ms every few seconds under load. */
        MODEST,
        /** To answer evenly: the settings of Kafka's own start script. */
        EVEN;

        private List<String> flags() {
            return switch (this) {
                case MODEST -> List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
                case EVEN -> List.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20",
                        "-XX:InitiatingHeapOccupancyPercent=35");
            };
        }
    }

    private final ChildProcess child;
    private final int port;

    private BrokerProcess(ChildProcess child, int port) {
        this.child = child;
        this.port = port;
    }

    /** {@link #start(Path, Map, Machine)} without overrides, on a modest machine. */
    public static BrokerProcess start(Path directory) throws IOException, InterruptedException {
        return start(directory, Map.of(), Machine.MODEST);
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param directory for its settings, data and log
     * @param overrides server properties that win over ours
     * @throws IOException if it ends or does not answer within a minute; the message has the end of its log
     */
    public static BrokerProcess start(Path directory, Map<String, String> overrides, Machine machine)
            throws IOException, InterruptedException {
        Ports ports = Ports.of(directory);
        int port = ports.port("broker");
        Path settings = write(directory.resolve("server.properties"),
                BrokerSettings.of(directory.resolve("data"), port, ports.port("controller"), overrides));
        List<String> flags = Stream.concat(FLAGS.stream(), machine.flags().stream()).toList();
        ChildProcess child = ChildProcess.start(ChildCommand.ofThisProgram("broker", flags, BrokerMain.class,
                List.of(settings.toString()), directory.resolve("broker.log")));
        BrokerProcess broker = new BrokerProcess(child, port);
        Readiness.await(child, LIMIT, broker::answers);
        return broker;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return child.pid();
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        child.kill();
    }

    /**
     * Ends it in order: it hands its partitions over first.
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

    private boolean answers() throws IOException, InterruptedException {
        if (!Ports.accepts(port)) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    private static Path write(Path file, Properties settings) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file.toAbsolutePath();
    }
}
