package dev.andon.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.andon.config.VlmConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;

/** Whether the times of recipes fit those of the configuration. Pure functions. */
final class TimeCheck {

    private TimeCheck() {}

    /** One sentence for each recipe whose frames have less time than one call may take. */
    static List<String> warnings(List<LinePolicy> policies, VlmConfig vlm) {
        List<String> warnings = new ArrayList<>();
        for (LinePolicy policy : policies) {
            for (Recipe recipe : policy.recipes()) {
                Duration limit = recipe.plan().timeLimit();
                if (limit.compareTo(vlm.callTimeout()) < 0) {
                    warnings.add("line " + policy.line() + ", recipe " + recipe.id() + ": timeLimit " + seconds(limit)
                            + " is shorter than vlm.callTimeout, " + seconds(vlm.callTimeout())
                            + ": a call that hangs is not repeated; lower vlm.callTimeout or raise timeLimit");
                }
            }
        }
        return warnings;
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
