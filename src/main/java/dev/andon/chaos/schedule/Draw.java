package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws the next action among those that the situation allows. One thread. */
final class Draw {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Bounds bounds;
    private final RandomGenerator random;
    private final Map<Class<?>, Integer> drawn = new HashMap<>();

    Draw(Bounds bounds, RandomGenerator random) {
        this.bounds = bounds;
        this.random = random;
    }

    /** An action and how often it is drawn, compared with others. */
    private record Choice(double weight, Action action) {}

    /** Whether something happens that has this chance. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A time of whole milliseconds. */
    Duration between(int seconds, int most) {
        return Duration.ofMillis(random.nextInt(1000 * seconds, 1000 * most + 1));
    }

    /**
     * The next action.
     *
     * @param limit   until when it has to be undone
     * @param killing whether it has to kill, and to leave time for more
     * @return empty where the situation allows none
     */
    Optional<Action> next(Situation situation, Duration at, Duration limit, boolean killing) {
        List<Choice> choices = new ArrayList<>();
        processors(situation, situation.up(at), choices);
        if (situation.brokersWhole(at)) {
            brokers(choices);
        }
        if (situation.registryUp(at)) {
            choices.add(new Choice(2, new Action.KillRegistry(between(5, 30))));
            choices.add(new Choice(1, new Action.StopRegistry(between(5, 30))));
        }
        if (situation.vlmWhole(at)) {
            choices.add(new Choice(2, new Action.KillVlm(between(1, 10))));
            choices.add(new Choice(6, fault()));
        }
        choices.add(new Choice(2, new Action.ChangePolicy()));
        choices.removeIf(choice -> (killing && !killsSoon(choice.action()))
                || at.plus(choice.action().lasts()).compareTo(limit) > 0);
        return pick(choices);
    }

    /** A kill whose recovery is measured; where nobody could take over, first somebody is started who can. */
    Action measured(Situation situation, Duration at, Measurements.Kind kind) {
        List<Integer> up = situation.up(at);
        return switch (kind) {
            case RESTART -> new Action.KillProcessor(one(up));
            case TAKEOVER -> up.size() > 1
                    ? new Action.KillForTakeover(one(up), between(30, 36))
                    : new Action.Scale(random.nextInt(2, bounds.mostInstances() + 1));
        };
    }

    private static boolean killsSoon(Action action) {
        return action.kills() > 0 && action.lasts().compareTo(SOON) <= 0;
    }

    private void processors(Situation situation, List<Integer> up, List<Choice> choices) {
        if (!up.isEmpty()) {
            choices.add(new Choice(8, new Action.KillProcessor(one(up))));
            choices.add(new Choice(2, new Action.KillAndForget(one(up))));
            choices.add(new Choice(2, new Action.StopProcessor(one(up), between(0, 8))));
            choices.add(new Choice(3, new Action.SuspendProcessor(one(up), between(8, 20))));
        }
        if (up.size() > 1) {
            choices.add(new Choice(8, new Action.KillForTakeover(one(up), between(30, 36))));
            int first = one(up);
            choices.add(new Choice(2, new Action.KillTwoProcessors(first,
                    one(up.stream().filter(instance -> instance != first).toList()))));
        }
        if (up.size() == situation.instances()) {
            int others = random.nextInt(1, bounds.mostInstances());
            choices.add(new Choice(up.size() == 1 ? 8 : 2,
                    new Action.Scale(others < up.size() ? others : others + 1)));
        }
    }

    private void brokers(List<Choice> choices) {
        int most = bounds.brokers() == 1 ? 4 : 15;
        choices.add(new Choice(5, new Action.KillBroker(random.nextInt(bounds.brokers()), between(0, most))));
        choices.add(new Choice(1, new Action.RestartBroker(random.nextInt(bounds.brokers()))));
    }

    private Action fault() {
        String name = bounds.faults().get(random.nextInt(bounds.faults().size()));
        double share = chance(0.3) ? 1 : random.nextInt(5, 80) / 100.0;
        return new Action.BreakVlm(name, share, between(4, 16));
    }

    private int one(List<Integer> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Optional<Action> pick(List<Choice> choices) {
        double sum = choices.stream().mapToDouble(this::weight).sum();
        double point = random.nextDouble() * sum;
        for (Choice choice : choices) {
            point -= weight(choice);
            if (point < 0) {
                drawn.merge(choice.action().getClass(), 1, Integer::sum);
                return Optional.of(choice.action());
            }
        }
        return Optional.empty();
    }

    /** The more often a kind was drawn, the less often it is drawn again: even a short plan has many kinds. */
    private double weight(Choice choice) {
        return choice.weight() / (3 + drawn.getOrDefault(choice.action().getClass(), 0));
    }
}
