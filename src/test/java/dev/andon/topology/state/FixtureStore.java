package dev.andon.topology.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import dev.andon.fixture.Fixture;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** A store that holds what a fixture says, as a restored one does. */
final class FixtureStore {

    private FixtureStore() {}

    /**
     * Opens the store.
     *
     * @param filling fills an empty store with what the fixture shall hold, where it is yet to be written
     */
    static <K, V> KeyValueStore<K, V> open(Fixture fixture, Serde<K> keys, Serde<V> values, Path directory,
            Consumer<KeyValueStore<K, V>> filling) throws IOException {
        if (fixture.isNewest()) {
            KeyValueStore<K, V> filled = empty(keys, values, directory.resolve("filled"));
            filling.accept(filled);
            fixture.write(records(filled, keys, values));
        }
        KeyValueStore<K, V> store = empty(keys, values, directory.resolve("read"));
        for (KeyValue<byte[], byte[]> record : fixture.read()) {
            store.put(keys.deserializer().deserialize("", record.key),
                    values.deserializer().deserialize("", record.value));
        }
        return store;
    }

    private static <K, V> KeyValueStore<K, V> empty(Serde<K> keys, Serde<V> values, Path directory) {
        MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0),
                directory.toFile());
        KeyValueStore<K, V> store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("store"), keys, values)
                .withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    private static <K, V> List<KeyValue<byte[], byte[]>> records(KeyValueStore<K, V> store, Serde<K> keys,
            Serde<V> values) {
        List<KeyValue<byte[], byte[]>> records = new ArrayList<>();
        try (KeyValueIterator<K, V> all = store.all()) {
            all.forEachRemaining(one -> records.add(KeyValue.pair(keys.serializer().serialize("", one.key),
                    values.serializer().serialize("", one.value))));
        }
        return records;
    }
}
