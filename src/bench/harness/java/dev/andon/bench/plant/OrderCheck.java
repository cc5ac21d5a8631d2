package dev.andon.bench.plant;

import java.util.HashMap;
import java.util.Map;

/** Whether the frames of each line come in the order of their numbers, each once. One thread. */
public final class OrderCheck {

    private final Map<String, Long> last = new HashMap<>();
    private long count;
    private long violations;

    /** The next frame that was seen. */
    public void add(Decided decided) {
        count++;
        Long before = last.put(decided.line(), decided.frame());
        if (before != null && before >= decided.frame()) {
            violations++;
        }
    }

    /** Frames so far. */
    public long count() {
        return count;
    }

    /** Frames that came after one with a higher number, or a second time. */
    public long violations() {
        return violations;
    }
}
