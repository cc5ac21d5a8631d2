package dev.andon.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.andon.demo.cluster.BrokerProcess;
import dev.andon.demo.cluster.RegistryProcess;

/** Broker, registry and simulated model, each a child process. Any thread. */
record DemoCluster(BrokerProcess broker, RegistryProcess registry, VlmProcess vlm) implements AutoCloseable {

    /**
     * Starts all three at once and waits for them.
     *
     * @throws IOException if one does not start; the others are ended then
     */
    static DemoCluster start(Path directory, DemoOptions options) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<BrokerProcess> broker = threads.submit(() -> BrokerProcess.start(directory.resolve("broker")));
            Future<RegistryProcess> registry = threads
                    .submit(() -> RegistryProcess.start(directory.resolve("registry")));
            Future<VlmProcess> vlm = threads.submit(
                    () -> VlmProcess.start(directory.resolve("vlm"), options.port(), options.seed()));
            try {
                return new DemoCluster(get(broker), get(registry), get(vlm));
            } catch (IOException | InterruptedException e) {
                List.of(broker, registry, vlm).forEach(DemoCluster::end);
                throw e;
            }
        }
    }

    private static <T> T get(Future<T> child) throws IOException, InterruptedException {
        try {
            return child.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    private static void end(Future<? extends AutoCloseable> child) {
        try {
            child.get().close();
        } catch (Exception e) {
            // It did not start, or is ended already.
        }
    }

    /** Ends all three at once. */
    @Override
    public void close() {
        List<Callable<Object>> ends = new ArrayList<>();
        List.of(vlm, registry, broker).forEach(child -> ends.add(() -> {
            child.close();
            return child;
        }));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(ends);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
