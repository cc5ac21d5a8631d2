package dev.andon.core.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** What a threshold that is learnt from verdicts costs, against the best one. */
class CostSimulationTest {

    private static final int RUNS = Simulation.RUNS;
    private static final double AUDIT_SHARE = .1;

    /** Five defects in a thousand: with 1,000 verdicts, five errors to learn from. */
    private static final Scene RARE = Scene.even("five defects in a thousand", u -> .001 + .016 * u * u * u);

    /** The line, what an escape costs, and by how much the learnt threshold may cost more than the best, on average. */
    static final List<Arguments> LINES = List.of(
            argumentSet("of the method", Scene.ofTheMethod(), 50, .02),
            argumentSet("steep", Scene.even("errors set in steeply", u -> .5 / (1 + Math.exp(10 - 20 * u))), 50, .02),
            argumentSet("rare", RARE, 50, .02),
            argumentSet("rare and dear", RARE, 200, .2));

    @ParameterizedTest
    @FieldSource("LINES")
    void isNearTheBest(Scene scene, double escape, double within, TestReporter reporter) {
        Costs costs = new Costs(escape, 1, 1, 0);
        Truth truth = new Truth(scene);
        double best = IntStream.range(0, Grid.SIZE).mapToDouble(i -> cost(truth, costs, Grid.value(i)))
                .reduce(cost(truth, costs, null), Math::min);

        double[] off = IntStream.range(0, RUNS).parallel()
                .mapToDouble(run -> cost(truth, costs, learnt(scene, costs, run)) / best - 1).toArray();

        Arrays.sort(off);
        double average = Arrays.stream(off).average().orElseThrow();
        reporter.publishEntry("off by, on average and in 9 of 10", average + ", " + off[RUNS * 9 / 10]);
        assertThat(average).isLessThan(within);
    }

    private static @Nullable Double learnt(Scene scene, Costs costs, int run) {
        Simulation line = new Simulation(scene, new ThresholdRule.Cost(costs, Learning.USUAL), AUDIT_SHARE, run);
        while (line.learner.standing().progress().verdicts() < 1_000) {
            line.run(50);
        }
        return line.value();
    }

    private static double cost(Truth truth, Costs costs, @Nullable Double value) {
        double accepted = truth.coverage(value);
        return truth.wrong(value) * costs.escape() + (1 - accepted + AUDIT_SHARE * accepted) * costs.review();
    }
}
