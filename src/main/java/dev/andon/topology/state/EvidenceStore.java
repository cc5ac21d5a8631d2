package dev.andon.topology.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.andon.core.calibration.EvidenceFrame;
import dev.andon.core.calibration.EvidenceFrames;
import dev.andon.core.calibration.Grid;
import dev.andon.core.calibration.Outcome;
import dev.andon.core.frame.LineId;
import dev.andon.schema.state.Evidence;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one recipe. Each frame has two entries: {@code t <recipe> <time> <inspection>} holds it, so that frames
 * lie in the order in which they count, and {@code k <recipe> <key>} holds nothing but where that is. One thread.
 */
final class EvidenceStore implements EvidenceFrames {

    /** After every digit. */
    private static final String AFTER = "~";

    private final KeyValueStore<String, Evidence> store;
    private final String byTime;
    private final String byKey;

    EvidenceStore(KeyValueStore<String, Evidence> store, LineId line, String recipeId) {
        this.store = store;
        byTime = "t" + StoreKeys.line(line, recipeId);
        byKey = "k" + StoreKeys.line(line, recipeId);
    }

    @Override
    public void put(EvidenceFrame frame) {
        EvidenceFrame old = find(frame.key());
        if (old != null && EvidenceFrame.ORDER.compare(old, frame) != 0) {
            store.delete(timeKey(old));
        }
        Evidence written = write(frame);
        store.put(timeKey(frame), written);
        store.put(byKey + frame.key(), pointer(written));
    }

    @Override
    public @Nullable EvidenceFrame find(String key) {
        Evidence pointer = store.get(byKey + key);
        Evidence found = pointer == null ? null : store.get(timeKey(read(pointer)));
        return found == null ? null : read(found);
    }

    @Override
    public void remove(EvidenceFrame frame) {
        store.delete(timeKey(frame));
        store.delete(byKey + frame.key());
    }

    @Override
    public void walk(Instant from, Predicate<EvidenceFrame> visitor) {
        try (KeyValueIterator<String, Evidence> frames = store.range(byTime + time(from), byTime + AFTER)) {
            boolean wanted = true;
            while (wanted && frames.hasNext()) {
                wanted = visitor.test(read(frames.next().value));
            }
        }
    }

    @Override
    public void clear() {
        List<EvidenceFrame> all = new ArrayList<>();
        walk(Instant.EPOCH, all::add);
        all.forEach(this::remove);
    }

    private String timeKey(EvidenceFrame frame) {
        return byTime + time(frame.decided()) + frame.inspectionId();
    }

    /** Of equal length, so that they lie in order. */
    private static String time(Instant time) {
        return String.format(Locale.ROOT, "%016x", Math.max(0, time.toEpochMilli()));
    }

    private static Evidence pointer(Evidence frame) {
        return new Evidence("", frame.getInspectionId(), frame.getDecidedAt(), 0L, 0d, 0, null);
    }

    static Evidence write(EvidenceFrame frame) {
        Outcome outcome = frame.outcome();
        return new Evidence(frame.key(), frame.inspectionId(), frame.decided().toEpochMilli(),
                frame.due().toEpochMilli(), frame.lot(), frame.index(), outcome == null ? null : outcome.name());
    }

    static EvidenceFrame read(Evidence stored) {
        if (!(stored.getLot() >= 0 && stored.getLot() < 1) || stored.getIndex() < 0
                || stored.getIndex() >= Grid.SIZE) {
            throw UnusableStateException.damaged(new IllegalArgumentException("no evidence has the lot "
                    + stored.getLot() + " and the index " + stored.getIndex()));
        }
        String outcome = stored.getOutcome();
        return new EvidenceFrame(stored.getKey(), stored.getInspectionId(),
                Instant.ofEpochMilli(stored.getDecidedAt()), Instant.ofEpochMilli(stored.getDueAt()), stored.getLot(),
                stored.getIndex(), outcome == null ? null : StoredNames.of(Outcome.class, outcome));
    }
}
