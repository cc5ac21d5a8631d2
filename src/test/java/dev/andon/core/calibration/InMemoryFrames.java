package dev.andon.core.calibration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Evidence in memory. */
final class InMemoryFrames implements EvidenceFrames {

    private final Map<String, EvidenceFrame> byKey = new HashMap<>();
    private final TreeMap<EvidenceFrame, EvidenceFrame> inOrder = new TreeMap<>(EvidenceFrame.ORDER);

    @Override
    public void put(EvidenceFrame frame) {
        EvidenceFrame older = byKey.put(frame.key(), frame);
        if (older != null && EvidenceFrame.ORDER.compare(older, frame) != 0) {
            inOrder.remove(older);
        }
        inOrder.put(frame, frame);
    }

    @Override
    public @Nullable EvidenceFrame find(String key) {
        return byKey.get(key);
    }

    @Override
    public void remove(EvidenceFrame frame) {
        byKey.remove(frame.key());
        inOrder.remove(frame);
    }

    @Override
    public void walk(Instant from, Predicate<EvidenceFrame> visitor) {
        EvidenceFrame start = new EvidenceFrame("", "", from, from, 0, 0, null);
        for (EvidenceFrame frame : inOrder.tailMap(start).values()) {
            if (!visitor.test(frame)) {
                return;
            }
        }
    }

    @Override
    public void clear() {
        byKey.clear();
        inOrder.clear();
    }

    /** All frames, in their order. */
    List<EvidenceFrame> all() {
        return List.copyOf(inOrder.values());
    }
}
