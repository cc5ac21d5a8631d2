package dev.andon.topology.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was used lately of the lines of a task, so many at most: nobody knows how many lines there will be. One thread. */
final class Lately<V> extends LinkedHashMap<String, V> {

    private static final int MOST = 2_000;
    private static final long serialVersionUID = 1;

    Lately() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
    }
}
