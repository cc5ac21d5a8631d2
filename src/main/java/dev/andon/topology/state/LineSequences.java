package dev.andon.topology.state;

import dev.andon.core.frame.LineId;
import org.apache.kafka.streams.state.KeyValueStore;

/** One order per line over everything that is published about it. One thread. */
public final class LineSequences {

    private final ByLine<Long> store;

    public LineSequences(KeyValueStore<String, Long> store) {
        this.store = new ByLine<>(store);
    }

    /** The next number of the line, from 1. */
    public long next(LineId line) {
        Long last = store.get(line.value());
        long next = last == null ? 1 : last + 1;
        store.put(line.value(), next);
        return next;
    }
}
