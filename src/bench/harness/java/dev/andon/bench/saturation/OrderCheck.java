package dev.andon.bench.saturation;

import java.util.HashMap;
import java.util.Map;

import dev.andon.bench.plant.Decided;

/** Whether the frames of each line come in the order of their numbers, each once. One thread. */
final class OrderCheck {

    private final Map<String, Long> last = new HashMap<>();
    private long count;
    private long violations;

    void add(Decided decided) {
        count++;
        Long before = last.put(decided.line(), decided.frame());
        if (before != null && before >= decided.frame()) {
            violations++;
        }
    }

    long count() {
        return count;
    }

    /** Frames that came after one with a higher number, or a second time. */
    long violations() {
        return violations;
    }
}
