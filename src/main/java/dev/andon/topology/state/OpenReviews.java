package dev.andon.topology.state;

import java.time.Instant;

import dev.andon.core.decision.Purpose;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Inspected;
import dev.andon.schema.state.OpenReview;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Inspections that wait for a person: pointers alone. One thread. */
public final class OpenReviews {

    private final KeyValueStore<String, OpenReview> store;
    private int count;

    public OpenReviews(KeyValueStore<String, OpenReview> store) {
        this.store = store;
        try (KeyValueIterator<String, OpenReview> all = store.all()) {
            all.forEachRemaining(one -> count++);
        }
    }

    /** A person is asked for. */
    public void open(Inspected inspected, Purpose purpose) {
        LineId line = inspected.subject().line();
        String key = key(line, inspected.inspectionId());
        if (store.get(key) == null) {
            count++;
        }
        store.put(key, new OpenReview(inspected.inspectionId(), line.value(), inspected.record().topic(),
                inspected.record().partition(), inspected.record().offset(), purpose.name(),
                inspected.decided().toEpochMilli()));
    }

    /** Somebody judged it. */
    public void close(LineId line, String inspectionId) {
        if (store.delete(key(line, inspectionId)) != null) {
            count--;
        }
    }

    /** Gives up those that were decided before some time: whoever judges them now is not understood any more. */
    public void forget(Instant before) {
        try (KeyValueIterator<String, OpenReview> all = store.all()) {
            all.forEachRemaining(one -> {
                if (one.value.getDecidedAt() < before.toEpochMilli()) {
                    store.delete(one.key);
                    count--;
                }
            });
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    private static String key(LineId line, String inspectionId) {
        return StoreKeys.line(line) + inspectionId;
    }
}
