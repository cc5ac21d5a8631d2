package dev.andon.demo.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster of brokers that are controllers, too, each in a child process, of which each can be killed and started again
 * with the same port and data. With three or more, every topic has three replicas and a write needs two. One thread at
 * a time per node.
 */
public final class BrokerNodes implements AutoCloseable {

    private static final int REPLICAS = 3;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final int count;
    private final Map<String, String> overrides;
    private final List<BrokerProcess> nodes;

    private BrokerNodes(Path directory, int count, Map<String, String> overrides) {
        this.directory = directory;
        this.count = count;
        this.overrides = Map.copyOf(overrides);
        this.nodes = new ArrayList<>();
    }

    /**
     * Starts all nodes at once and waits until each of them answers.
     *
     * @param directory for their settings, data and logs; one that had nodes before gets the same ones again
     * @param count     at least 1
     * @param overrides server properties of every node that win over ours
     * @throws IOException if one does not start; the others are ended then
     */
    public static BrokerNodes start(Path directory, int count, Map<String, String> overrides)
            throws IOException, InterruptedException {
        BrokerNodes cluster = new BrokerNodes(directory, count, overrides);
        Map<String, String> common = cluster.common();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<BrokerProcess>> starts = IntStream.range(0, count)
                    .mapToObj(node -> threads.submit(() -> cluster.process(node, common))).toList();
            return cluster.completed(starts);
        }
    }

    private BrokerNodes completed(List<Future<BrokerProcess>> starts) throws IOException, InterruptedException {
        IOException failure = null;
        for (Future<BrokerProcess> start : starts) {
            try {
                nodes.add(start.get());
            } catch (ExecutionException e) {
                failure = new IOException("a broker did not start", e.getCause());
            }
        }
        if (failure != null) {
            close();
            throw failure;
        }
        return this;
    }

    public int count() {
        return count;
    }

    /** Addresses of all nodes, also of those that are down. */
    public String bootstrapServers() {
        return nodes.stream().map(BrokerProcess::bootstrapServers).collect(Collectors.joining(","));
    }

    /** Kills a node as {@code kill -9} does. */
    public void kill(int node) {
        nodes.get(node).kill();
    }

    /** Ends a node in order; one that takes longer than half a minute is killed. */
    public void stop(int node) {
        nodes.get(node).stop(STOP_LIMIT);
    }

    /** Starts a node that is down and waits until it answers. */
    public void start(int node) throws IOException, InterruptedException {
        nodes.set(node, process(node, common()));
    }

    /** Ends all nodes at once. */
    @Override
    public void close() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            nodes.forEach(node -> threads.execute(node::close));
        }
    }

    private BrokerProcess process(int node, Map<String, String> common) throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>(common);
        settings.put("node.id", Integer.toString(node + 1));
        settings.putAll(overrides);
        return BrokerProcess.start(home(node), settings, BrokerProcess.Machine.MODEST);
    }

    private Path home(int node) {
        return directory.resolve("broker-" + (node + 1));
    }

    private Map<String, String> common() throws IOException {
        return count == 1
                ? Map.of()
                : Map.of(BrokerSettings.VOTERS, voters(),
                        "offsets.topic.replication.factor", replicas(), "transaction.state.log.replication.factor",
                        replicas(),
                        "transaction.state.log.min.isr", needed(), "min.insync.replicas", needed(),
                        "default.replication.factor", replicas());
    }

    private String replicas() {
        return Integer.toString(Math.min(REPLICAS, count));
    }

    private String needed() {
        return Integer.toString(Math.min(REPLICAS, count) - 1);
    }

    private String voters() throws IOException {
        List<String> voters = new ArrayList<>();
        for (int node = 0; node < count; node++) {
            voters.add(node + 1 + "@127.0.0.1:" + Ports.of(home(node)).port("controller"));
        }
        return String.join(",", voters);
    }
}
