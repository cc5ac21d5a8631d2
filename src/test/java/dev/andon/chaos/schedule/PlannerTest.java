package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlannerTest {

    private static final Bounds FULL = new Bounds(Duration.ofMinutes(20), 3, 3, 2, List.of("reset", "hang"), 1.8);
    private static final Bounds SMALL = new Bounds(Duration.ofMinutes(3), 1, 2, 2, List.of("reset", "hang"), 2.5);

    @Test
    void isAlwaysTheSameForASeedAndAnotherForAnother() {
        assertThat(Planner.plan(7, FULL)).isEqualTo(Planner.plan(7, FULL)).isNotEqualTo(Planner.plan(8, FULL));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killsOftenEnough(boolean full) {
        for (long seed = 0; seed < 500; seed++) {
            assertThat(Planner.plan(seed, full ? FULL : SMALL).kills()).as("seed %d", seed)
                    .isGreaterThanOrEqualTo(full ? 34 : 6);
        }
    }

    @Test
    void knowsEveryKindOfActionAndDrawsEachOfThemInALongPlan() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(Planner.plan(seed, FULL).byKind().size()).as("kinds of seed %d", seed)
                    .isGreaterThanOrEqualTo(10);
        }
        Set<String> drawn = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            drawn.addAll(Planner.plan(seed, FULL).byKind().keySet());
        }
        assertThat(drawn).hasSize(Action.class.getPermittedSubclasses().length);
    }

    @Test
    void leavesMostOfTheBrokersUpAndComesBackInTime() {
        for (long seed = 0; seed < 500; seed++) {
            Duration brokersBack = Duration.ZERO;
            for (Step step : Planner.plan(seed, FULL).steps()) {
                assertThat(step.end()).isLessThanOrEqualTo(FULL.length());
                if (step.action() instanceof Action.KillBroker || step.action() instanceof Action.RestartBroker) {
                    assertThat(step.at()).as("seed %d: %s", seed, step).isGreaterThanOrEqualTo(brokersBack);
                    brokersBack = step.end().plusSeconds(10);
                }
            }
        }
    }

    @Test
    void touchesOnlyInstancesThatAreUp() {
        for (long seed = 0; seed < 500; seed++) {
            Situation situation = new Situation(FULL);
            for (Step step : Planner.plan(seed, FULL).steps()) {
                assertThat(situation.up(step.at())).as("seed %d: %s", seed, step).containsAll(touched(step.action()));
                assertThat(situation.instances()).isBetween(1, 3);
                situation.after(step);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void measuresBothKindsOfFailoverInEveryPlan(boolean full) {
        for (long seed = 0; seed < 1000; seed++) {
            List<Step> steps = Planner.plan(seed, full ? FULL : SMALL).steps();
            for (Class<?> kind : List.of(Action.KillProcessor.class, Action.KillForTakeover.class)) {
                assertThat(steps).as("%s of seed %d", kind.getSimpleName(), seed)
                        .filteredOn(step -> step.undisturbed() && kind.isInstance(step.action()))
                        .hasSizeGreaterThanOrEqualTo(full ? 5 : 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesUndisturbedKillsTheTimeToRecover(boolean full) {
        Bounds bounds = full ? FULL : SMALL;
        for (long seed = 0; seed < 500; seed++) {
            List<Step> steps = Planner.plan(seed, bounds).steps();
            for (int i = 0; i < steps.size(); i++) {
                Duration next = i + 1 < steps.size() ? steps.get(i + 1).at() : bounds.length();
                if (isMeasured(steps.get(i))) {
                    assertThat(next.minus(steps.get(i).at())).as("seed %d: %s", seed, steps.get(i))
                            .isGreaterThanOrEqualTo(Duration.ofSeconds(18));
                }
            }
        }
    }

    @Test
    void measuresOnlyWhenTheEffectsOfAllBeforeAreOver() {
        for (long seed = 0; seed < 500; seed++) {
            List<Step> steps = Planner.plan(seed, FULL).steps();
            for (int i = 0; i < steps.size(); i++) {
                Duration at = steps.get(i).at();
                if (isMeasured(steps.get(i))) {
                    assertThat(steps.subList(0, i)).as("seed %d: before %s", seed, steps.get(i))
                            .filteredOn(step -> !(step.action() instanceof Action.ChangePolicy))
                            .allMatch(step -> step.end().plusSeconds(6).compareTo(at) <= 0);
                }
            }
        }
    }

    private static boolean isMeasured(Step step) {
        return step.undisturbed() && (step.action() instanceof Action.KillProcessor
                || step.action() instanceof Action.KillForTakeover);
    }

    @Test
    void letsSomeActionsMeet() {
        List<Step> steps = Planner.plan(7, FULL).steps();
        int meetings = 0;
        for (int i = 0; i + 1 < steps.size(); i++) {
            meetings += steps.get(i + 1).at().compareTo(steps.get(i).at().plusSeconds(6)) <= 0 ? 1 : 0;
        }
        assertThat(meetings).isGreaterThan(2);
    }

    private static List<Integer> touched(Action action) {
        return switch (action) {
            case Action.KillProcessor(int instance) -> List.of(instance);
            case Action.KillForTakeover(int instance, var _) -> List.of(instance);
            case Action.KillAndForget(int instance) -> List.of(instance);
            case Action.KillTwoProcessors(int first, int second) -> List.of(first, second);
            case Action.StopProcessor(int instance, var _) -> List.of(instance);
            case Action.SuspendProcessor(int instance, var _) -> List.of(instance);
            default -> List.of();
        };
    }
}
