package dev.andon.chaos.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts violations and keeps the first few of each kind. One thread. */
final class Findings {

    private static final int EXAMPLES = 10;

    private final Map<Violation, Integer> counts = new EnumMap<>(Violation.class);
    private final Map<Violation, List<String>> examples = new EnumMap<>(Violation.class);

    void add(Violation violation, String example) {
        counts.merge(violation, 1, Integer::sum);
        List<String> own = examples.computeIfAbsent(violation, kind -> new ArrayList<>());
        if (own.size() < EXAMPLES) {
            own.add(violation + ": " + example);
        }
    }

    Map<Violation, Integer> counts() {
        return Map.copyOf(counts);
    }

    List<String> examples() {
        return examples.values().stream().flatMap(List::stream).toList();
    }
}
