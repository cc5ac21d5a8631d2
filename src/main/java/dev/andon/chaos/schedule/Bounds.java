package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.List;

/**
 * What a plan has to keep to.
 *
 * @param length         of the plan
 * @param brokers        of which at most one is down at a time
 * @param mostInstances  of processors, at least 2; at least one is up except after {@link Action.KillTwoProcessors}
 * @param instances      that are up at the start
 * @param faults         names of the ways in which the model's server can fail; at least one
 * @param killsPerMinute that are reached at least
 */
public record Bounds(Duration length, int brokers, int mostInstances, int instances, List<String> faults,
        double killsPerMinute) {

    public Bounds {
        faults = List.copyOf(faults);
    }
}
