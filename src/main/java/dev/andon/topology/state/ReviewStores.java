package dev.andon.topology.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the review application. */
public final class ReviewStores {

    /** The policy in force by line. */
    public static final String RULES = "line-rules";
    /** Inspections with what was said of them. */
    public static final String CASES = "cases";
    /** Inspections that wait for a person. */
    public static final String OPEN_REVIEWS = "open-reviews";
    /** Verdicts that wait for their inspection. */
    public static final String EARLY_VERDICTS = "early-verdicts";
    /** What was learnt by line and recipe. */
    public static final String LESSONS = "lessons";
    /** The frames that certificates rest on. */
    public static final String EVIDENCE = "evidence";

    /** A case is kept under the moment of its decision. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private ReviewStores() {}

    /**
     * Every store, to be connected to the processor.
     *
     * @param remembered how long a case is kept
     */
    public static List<StoreBuilder<?>> builders(Duration remembered) {
        return List.of(
                StateStores.store(RULES, Serdes.String(), Serdes.ByteArray(), Map.of()),
                Stores.windowStoreBuilder(Stores.persistentWindowStore(CASES, remembered, MOMENT, false),
                        Serdes.String(), StateCodec.REVIEWED.serde())
                        .withCachingDisabled().withLoggingEnabled(StateStores.ofAnyTime(Map.of())),
                StateStores.store(OPEN_REVIEWS, Serdes.String(), StateCodec.OPEN_REVIEW.serde(), Map.of()),
                StateStores.store(EARLY_VERDICTS, Serdes.String(), StateCodec.EARLY_VERDICT.serde(), Map.of()),
                StateStores.store(LESSONS, Serdes.String(), StateCodec.LESSONS.serde(), Map.of()),
                StateStores.store(EVIDENCE, Serdes.String(), StateCodec.EVIDENCE.serde(), Map.of()));
    }
}
