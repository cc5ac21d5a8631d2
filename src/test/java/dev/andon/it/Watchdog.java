package dev.andon.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Processors that are started again when they die, as by systemd or Kubernetes. Each has a name, a state directory and
 * a url of the model of its own. Starting is for one thread; killing for any.
 */
final class Watchdog {

    private final Plant plant;
    private final Path directory;
    private final List<String> settings;
    private final Map<String, Processor> alive = new ConcurrentHashMap<>();
    private final AtomicInteger deaths = new AtomicInteger();

    /** @param settings of all processors, {@code key=value} */
    Watchdog(Plant plant, Path directory, String... settings) {
        this.plant = plant;
        this.directory = directory;
        this.settings = List.of(settings);
    }

    /** Starts those of these processors that do not run. */
    Watchdog keepAlive(String... names) throws Exception {
        for (String name : names) {
            if (!alive.containsKey(name)) {
                List<String> own = new ArrayList<>(settings);
                own.add("application.stateDir=" + directory.resolve(name));
                own.add("vlm.baseUrl=" + plant.vlm().url(name));
                alive.put(name, plant.start(own));
            }
        }
        return this;
    }

    /** Kills a processor if it runs. */
    void kill(String name) {
        Processor victim = alive.get(name);
        if (victim == null) {
            return;
        }
        try {
            victim.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (alive.remove(name, victim)) {
            deaths.incrementAndGet();
        }
    }

    int deaths() {
        return deaths.get();
    }
}
