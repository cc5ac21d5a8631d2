package dev.andon.topology.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.frame.LineId;
import dev.andon.schema.state.EarlyVerdict;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Verdicts whose inspection has not come yet. One thread. */
public final class EarlyVerdicts {

    private final KeyValueStore<String, EarlyVerdict> store;

    public EarlyVerdicts(KeyValueStore<String, EarlyVerdict> store) {
        this.store = store;
    }

    /** Keeps a verdict until its inspection comes. */
    public void keep(String verdictId, EarlyVerdict verdict) {
        store.put(prefix(new LineId(verdict.getLineId()), verdict.getInspectionId()) + verdictId, verdict);
    }

    /** Those that waited for this inspection, which wait no more. */
    public List<EarlyVerdict> take(LineId line, String inspectionId) {
        try (KeyValueIterator<String, EarlyVerdict> waiting = store.prefixScan(prefix(line, inspectionId),
                Serdes.String().serializer())) {
            return taken(waiting, Long.MAX_VALUE);
        }
    }

    /** Those that have waited since before some time, and wait no more. */
    public List<EarlyVerdict> takeThoseSince(Instant before) {
        try (KeyValueIterator<String, EarlyVerdict> waiting = store.all()) {
            return taken(waiting, before.toEpochMilli());
        }
    }

    private List<EarlyVerdict> taken(KeyValueIterator<String, EarlyVerdict> waiting, long before) {
        List<KeyValue<String, EarlyVerdict>> taken = new ArrayList<>();
        waiting.forEachRemaining(one -> {
            if (one.value.getWaitsSince() < before) {
                taken.add(one);
            }
        });
        taken.forEach(one -> store.delete(one.key));
        return taken.stream().map(one -> one.value).toList();
    }

    private static String prefix(LineId line, String inspectionId) {
        return StoreKeys.line(line, inspectionId);
    }
}
