package dev.andon.topology.state;

import java.util.Map;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store with a value for each line, which is remembered once it was read or written: every frame asks for it. Nobody else
 * writes to the store meanwhile. One thread.
 */
final class ByLine<V> {

    private final KeyValueStore<String, V> store;
    private final Map<String, V> known = new Lately<>();

    ByLine(KeyValueStore<String, V> store) {
        this.store = store;
    }

    @Nullable
    V get(String line) {
        V value = known.get(line);
        if (value == null) {
            value = store.get(line);
            if (value != null) {
                known.put(line, value);
            }
        }
        return value;
    }

    void put(String line, V value) {
        store.put(line, value);
        known.put(line, value);
    }
}
