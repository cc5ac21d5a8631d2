package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that will be done, in order of time.
 *
 * @param length after which everything is brought up again
 */
public record Plan(List<Step> steps, Duration length) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Processes that are killed in all. */
    public int kills() {
        return steps.stream().mapToInt(step -> step.action().kills()).sum();
    }

    /** How often each kind of action is done. */
    public Map<String, Long> byKind() {
        return steps.stream().collect(Collectors.groupingBy(step -> step.action().kind(), TreeMap::new,
                Collectors.counting()));
    }
}
