package dev.andon.topology.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of the inspect application. All are persistent: with stores in memory alone, an instance has a new process
 * id at each start, and the dead transaction of a killed one is waited out instead of being fenced.
 */
public final class StateStores {

    /** Policy and thresholds by line. */
    public static final String LINE_STATE = "line-state";
    /** The ledger. */
    public static final String IN_FLIGHT = "in-flight";
    /** Frame ids that were used. */
    public static final String SEEN_FRAMES = "seen-frames";
    /** The last sequence number by line. */
    public static final String LINE_SEQUENCE = "line-sequence";
    /** The last frame of each camera that the model was asked about. */
    public static final String LAST_INSPECTED = "last-inspected";
    /** What each line spent on the model today. */
    public static final String LINE_SPEND = "line-spend";

    /**
     * A ledger entry lives for seconds, a precedent and what a line spent until the next one: small segments, so that what is
     * over is compacted away.
     */
    private static final Map<String, String> SHORT_LIVED = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(32 << 20),
            TopicConfig.SEGMENT_MS_CONFIG, Integer.toString(10 * 60 * 1000),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1",
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Integer.toString(60 * 60 * 1000),
            TopicConfig.DELETE_RETENTION_MS_CONFIG, Integer.toString(60 * 60 * 1000));

    private StateStores() {}

    /** Every store, to be connected to the processor. */
    public static List<StoreBuilder<?>> builders() {
        return List.of(
                store(LINE_STATE, Serdes.String(),
                        StateCodec.LINE_STATE.serde(), Map.of()),
                store(IN_FLIGHT, Serdes.Long(),
                        StateCodec.IN_FLIGHT.serde(), SHORT_LIVED),
                store(SEEN_FRAMES, Serdes.ByteArray(), Serdes.ByteArray(), Map.of()),
                store(LINE_SEQUENCE, Serdes.String(), Serdes.Long(), Map.of()),
                store(LAST_INSPECTED, Serdes.String(), StateCodec.LAST_INSPECTED.serde(), SHORT_LIVED),
                store(LINE_SPEND, Serdes.String(), StateCodec.LINE_SPEND.serde(), SHORT_LIVED));
    }

    static <K, V> StoreBuilder<?> store(String name, Serde<K> key, Serde<V> value, Map<String, String> topic) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value)
                .withCachingDisabled().withLoggingEnabled(ofAnyTime(topic));
    }

    /** Changelogs are stamped with the times of frames, whatever these are: nothing that is written may be refused. */
    static Map<String, String> ofAnyTime(Map<String, String> topic) {
        Map<String, String> all = new HashMap<>(topic);
        all.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        all.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        return all;
    }
}
