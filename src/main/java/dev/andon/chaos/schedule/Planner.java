package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws plans. Most actions stand alone, with a quiet gap behind that shows how long the system takes to recover; some
 * meet the one before while it still lasts.
 */
public final class Planner {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final double MEETING = 0.15;

    private final Bounds bounds;
    private final Situation situation;
    private final Draw draw;
    private final List<Step> steps = new ArrayList<>();
    private Duration at = FIRST;
    private int kills;

    /** Whether the next action meets the last one. */
    private boolean meeting;

    private Planner(long seed, Bounds bounds) {
        this.bounds = bounds;
        this.situation = new Situation(bounds);
        this.draw = new Draw(bounds, new SplittableRandom(seed));
    }

    /** The plan of this seed: always the same within the same bounds. */
    public static Plan plan(long seed, Bounds bounds) {
        Planner planner = new Planner(seed, bounds);
        while (planner.at.compareTo(bounds.length()) < 0) {
            planner.step();
        }
        return new Plan(planner.steps, bounds.length());
    }

    private void step() {
        boolean late = kills < bounds.killsPerMinute() * at.toMillis() / 60_000;
        Optional<Action> action = draw.next(situation, at, late);
        if (action.isEmpty()) {
            at = at.plus(PATIENCE);
            return;
        }
        boolean alone = !meeting && situation.whole(at);
        meeting = draw.chance(MEETING);
        add(new Step(at, action.get(), alone && !meeting));
    }

    private void add(Step step) {
        steps.add(step);
        kills += step.action().kills();
        situation.after(step);
        at = meeting ? step.at().plus(draw.between(1, 6)) : step.end().plus(gap(step.action()));
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
