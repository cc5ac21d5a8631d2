package dev.andon.chaos;

import java.util.List;
import java.util.Map;

import dev.andon.chaos.schedule.Plan;
import dev.andon.chaos.verify.Failovers;
import dev.andon.chaos.verify.Verification;

/**
 * What came of it.
 *
 * @param plan              what was to be done
 * @param kills             processes that were killed, by kind
 * @param actions           what was done, by kind
 * @param endedByThemselves processors that were found dead though nobody had killed them
 * @param troubles          what could not be done that should have been
 * @param quiet             whether all results had come in time after the end of the plan
 */
record Report(ChaosOptions options, Plan plan, Map<String, Integer> kills, Map<String, Integer> actions,
        int endedByThemselves, List<String> troubles, boolean quiet, Verification verification,
        Failovers failovers) {

    Report {
        kills = Map.copyOf(kills);
        actions = Map.copyOf(actions);
        troubles = List.copyOf(troubles);
    }

    int killsInAll() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether it says anything: frames were decided and judged, and processes killed where some were to be. */
    boolean tells() {
        return verification.accepted() + verification.held() > 0 && verification.reviews().reviewed() > 0
                && (killsInAll() > 0 || plan.kills() == 0);
    }

    /** Whether every promise was kept, and everything was done that was to be done. */
    boolean clean() {
        return verification.clean() && quiet && troubles.isEmpty() && tells();
    }
}
