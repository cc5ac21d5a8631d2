package dev.andon.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.andon.chaos.plant.Assignments;
import dev.andon.chaos.plant.Plant;
import dev.andon.chaos.plant.Processor;

/**
 * Breaks the parts of the plant and mends them, each part in a lane of its own, and starts processors again that ended by
 * themselves, as an operating system would. One thread gives the orders.
 */
final class Crew implements AutoCloseable {

    private static final Duration REPAIR = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Plant plant;
    private final Chronicle record;
    private final Assignments assignments;
    private final PrintStream news;
    private final Lane brokers;
    private final Lane registry;
    private final Lane vlm;
    private final List<Lane> processors = new ArrayList<>();
    private final boolean[] wanted;
    private final Set<Integer> everywhere;

    Crew(Plant plant, Chronicle record, PrintStream news) {
        this.plant = plant;
        this.record = record;
        this.news = news;
        assignments = new Assignments(plant.config());
        brokers = new Lane("brokers", record);
        registry = new Lane("registry", record);
        vlm = new Lane("vlm", record);
        plant.processors().forEach(processor -> processors.add(new Lane(processor.name(), record)));
        wanted = new boolean[plant.processors().size()];
        everywhere = IntStream.range(0, plant.config().topics().partitions()).boxed().collect(Collectors.toSet());
    }

    /** Starts an instance; one that runs is left alone. */
    void startProcessor(int index) {
        wanted[index] = true;
        processors.get(index).order(plant.processors().get(index)::start);
    }

    /** Ends an instance in order. */
    void stopProcessor(int index) {
        wanted[index] = false;
        Processor processor = plant.processors().get(index);
        processors.get(index).order(() -> {
            if (processor.isUp() && !processor.stop()) {
                record.trouble(processor.name() + " had to be killed: it did not end in order");
            }
        });
    }

    /** Kills an instance, and forgets what it kept where that is wanted. */
    void killProcessor(int index, boolean forget) {
        wanted[index] = false;
        Processor processor = plant.processors().get(index);
        processors.get(index).order(() -> {
            kill(processor);
            if (forget) {
                processor.forget();
            }
        });
    }

    /** Kills an instance and takes the time, if it had work that others miss. */
    void killMeasured(int index, Outage.Kind kind, boolean undisturbed) {
        wanted[index] = false;
        Processor processor = plant.processors().get(index);
        processors.get(index).order(() -> {
            Set<Integer> partitions = assignments.of(processor).orElse(everywhere);
            Instant now = Instant.now();
            if (kill(processor) && !partitions.isEmpty()) {
                record.open(kind, processor.name(), now, partitions, undisturbed);
            }
        });
    }

    private boolean kill(Processor processor) {
        boolean up = processor.kill();
        if (up) {
            record.killed("processor");
        }
        return up;
    }

    void suspendProcessor(int index, Duration time) {
        processors.get(index).order(() -> plant.processors().get(index).suspend(time));
    }

    void killBroker(int node) {
        brokers.order(() -> {
            plant.brokers().kill(node);
            record.killed("broker");
        });
    }

    void stopBroker(int node) {
        brokers.order(() -> plant.brokers().stop(node));
    }

    void startBroker(int node) {
        brokers.order(() -> plant.brokers().start(node));
    }

    void killRegistry() {
        registry.order(() -> {
            plant.registry().kill();
            record.killed("registry");
        });
    }

    void stopRegistry() {
        registry.order(plant.registry()::stop);
    }

    void startRegistry() {
        registry.order(plant.registry()::start);
    }

    void killVlm() {
        vlm.order(() -> {
            plant.vlm().kill();
            record.killed("vlm");
        });
    }

    void startVlm() {
        vlm.order(plant.vlm()::start);
    }

    void breakVlm(String fault, double share) {
        vlm.order(() -> plant.vlm().order(VlmFaults.order(fault, share)));
    }

    /** Ends the fault in force; a server that refuses connections takes no orders for a while. */
    void repairVlm() {
        vlm.order(() -> {
            long start = System.nanoTime();
            while (!repaired()) {
                if (System.nanoTime() - start > REPAIR.toNanos()) {
                    throw new IOException("the simulated model takes no orders");
                }
                Thread.sleep(PAUSE);
            }
        });
    }

    private boolean repaired() throws InterruptedException {
        try {
            plant.vlm().repair();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts processors again that should run and do not. */
    void supervise() {
        for (int index = 0; index < wanted.length; index++) {
            Processor processor = plant.processors().get(index);
            if (wanted[index]) {
                processors.get(index).order(() -> revive(processor));
            }
        }
    }

    private void revive(Processor processor) throws IOException {
        if (!processor.isUp()) {
            record.endedByItself();
            news.println(processor.describe());
            processor.start();
        }
    }

    /** Waits until everything is done that was ordered. */
    void finish() {
        List.of(brokers, registry, vlm).forEach(Lane::close);
        processors.forEach(Lane::close);
    }

    @Override
    public void close() {
        List.of(brokers, registry, vlm).forEach(Lane::abandon);
        processors.forEach(Lane::abandon);
        assignments.close();
    }
}
