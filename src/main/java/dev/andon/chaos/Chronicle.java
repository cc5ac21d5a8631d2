package dev.andon.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** What was really done, as far as the report needs it. Any thread. */
final class Chronicle {

    @GuardedBy("this")
    private final Map<String, Integer> kills = new TreeMap<>();

    @GuardedBy("this")
    private final Map<String, Integer> actions = new TreeMap<>();

    @GuardedBy("this")
    private final List<Outage> over = new ArrayList<>();

    @GuardedBy("this")
    private final List<Outage> open = new ArrayList<>();

    @GuardedBy("this")
    private final List<String> troubles = new ArrayList<>();

    @GuardedBy("this")
    private int endedByThemselves;

    synchronized void acted(String kind) {
        actions.merge(kind, 1, Integer::sum);
    }

    /** A process was killed. */
    synchronized void killed(String kind) {
        kills.merge(kind, 1, Integer::sum);
    }

    /** A processor was found dead that nobody had killed. */
    synchronized void endedByItself() {
        endedByThemselves++;
    }

    /** Something could not be done that should have been. */
    synchronized void trouble(String what) {
        troubles.add(what);
    }

    /** Results are missing from here on. */
    synchronized void open(Outage.Kind kind, String instance, Instant killed, Set<Integer> partitions,
            boolean undisturbed) {
        open.add(new Outage(kind, instance, killed, partitions, undisturbed, Instant.MAX));
    }

    /** Something else is changed: what was measured of open outages ends here. */
    synchronized void disturbed(Instant now) {
        open.forEach(outage -> over.add(new Outage(outage.kind(), outage.instance(), outage.killed(),
                outage.partitions(), outage.undisturbed(), now)));
        open.clear();
    }

    synchronized Map<String, Integer> kills() {
        return new TreeMap<>(kills);
    }

    synchronized Map<String, Integer> actions() {
        return new TreeMap<>(actions);
    }

    synchronized List<Outage> outages() {
        return List.copyOf(over);
    }

    synchronized List<String> troubles() {
        return List.copyOf(troubles);
    }

    synchronized int endedByThemselves() {
        return endedByThemselves;
    }
}
