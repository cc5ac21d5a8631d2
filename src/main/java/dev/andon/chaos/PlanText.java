package dev.andon.chaos;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.andon.chaos.schedule.Plan;
import dev.andon.chaos.schedule.Step;

/** A plan for people: a line per step. */
final class PlanText {

    private PlanText() {}

    static String of(Plan plan) {
        return plan.steps().stream().map(PlanText::line).collect(Collectors.joining("\n"))
                + String.format(Locale.ROOT, "%n%d kills in %.1f minutes", plan.kills(),
                        plan.length().toMillis() / 60_000.0);
    }

    private static String line(Step step) {
        return String.format(Locale.ROOT, "%6.1f s  %s", step.at().toMillis() / 1000.0, step.action().describe());
    }
}
