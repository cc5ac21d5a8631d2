package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws plans. Most actions stand alone, with a quiet gap behind that shows how long the system takes to recover; some
 * meet the one before while it still lasts. In between come kills whose recovery is measured, in perfect quiet.
 */
public final class Planner {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final double MEETING = 0.15;

    /** What is left at least of the plan when a kill is measured. */
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    private final Bounds bounds;
    private final Situation situation;
    private final Measurements measurements;
    private final Draw draw;
    private final List<Step> steps = new ArrayList<>();
    private Duration at = FIRST;

    /** When the last effect of what was done so far is over. */
    private Duration calm = Duration.ZERO;

    private int kills;

    private Planner(long seed, Bounds bounds) {
        this.bounds = bounds;
        this.situation = new Situation(bounds);
        this.measurements = new Measurements(bounds.length());
        this.draw = new Draw(bounds, new SplittableRandom(seed));
    }

    /** The plan of this seed: always the same within the same bounds. */
    public static Plan plan(long seed, Bounds bounds) {
        Planner planner = new Planner(seed, bounds);
        while (planner.at.compareTo(bounds.length()) < 0) {
            if (planner.measurements.isDue(planner.at)) {
                planner.measure();
            } else {
                planner.step();
            }
        }
        return new Plan(planner.steps, bounds.length());
    }

    /** Kills an instance that nothing else disturbs, or prepares that. */
    private void measure() {
        if (!isQuiet()) {
            at = at.plus(PATIENCE);
            return;
        }
        Action action = draw.measured(situation, at, measurements.kind());
        if (action.kills() > 0) {
            measurements.over();
        }
        if (leavesTimeToRecover(action)) {
            add(new Step(at, action, true), false);
        }
    }

    private void step() {
        boolean late = kills < bounds.killsPerMinute() * at.toMillis() / 60_000;
        Optional<Action> action = draw.next(situation, at, measurements.next(), late);
        if (action.isEmpty()) {
            at = at.plus(PATIENCE);
            return;
        }
        boolean meeting = draw.chance(MEETING);
        add(new Step(at, action.get(), isQuiet() && !meeting && leavesTimeToRecover(action.get())), meeting);
    }

    private boolean leavesTimeToRecover(Action action) {
        return at.plus(action.lasts()).plus(RECOVERY).compareTo(bounds.length()) <= 0;
    }

    private boolean isQuiet() {
        return situation.whole(at) && calm.compareTo(at) <= 0;
    }

    /** @param meeting whether the next action meets this one */
    private void add(Step step, boolean meeting) {
        steps.add(step);
        kills += step.action().kills();
        situation.after(step);
        Duration over = step.end().plus(gap(step.action()));
        calm = over.compareTo(calm) > 0 ? over : calm;
        at = meeting ? step.at().plus(draw.between(1, 6)) : over;
    }

    private Duration gap(Action action) {
        return switch (action) {
            case Action.KillProcessor _,Action.KillAndForget _,Action.KillTwoProcessors _ -> draw.between(18, 25);
            case Action.KillForTakeover _,Action.StopProcessor _,Action.Scale _,Action.SuspendProcessor _,Action.KillBroker _,Action.RestartBroker _ ->
                draw.between(10, 18);
            case Action.KillRegistry _,Action.StopRegistry _,Action.BreakVlm _,Action.KillVlm _ ->
                draw.between(6, 12);
            case Action.ChangePolicy _ -> draw.between(1, 5);
        };
    }
}
