package dev.andon.core.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** Many windows of each line: how much is certified, and how often the promise is broken. */
class CertificationSimulationTest {

    private static final int RUNS = Simulation.RUNS;
    private static final double ALPHA = .05;
    private static final double DELTA = .1;
    private static final List<Integer> LOOKS = List.of(500, 1_000, 3_000);
    private static final double AUDIT_SHARE = .6;

    /** The largest share of the runs that binomial noise explains, where it is delta, in 999 of 1,000 tests. */
    private static final double NOISE = 3.1 * Math.sqrt(DELTA * (1 - DELTA) / RUNS);

    /** What became of one window: the share that is accepted after each look, and whether the promise was kept. */
    private record Window(List<Double> coverage, boolean kept) {}

    /** The line, and the least share of its frames that is accepted after each look, on average. */
    static final List<Arguments> SCENES = List.of(
            line(Scene.ofTheMethod(), .37, .57, .65),
            line(Scene.even("just beyond alpha everywhere", _ -> .0501), 0, 0, 0),
            line(Scene.even("a step", u -> u < .4 ? .02 : .2), .19, .32, .4),
            line(Scene.even("sure and wrong", u -> u < .1 ? .2 : .02 + .1 * u * u), 0, 0, 0),
            line(new Scene("scores in tenths", rank -> Math.ceil(rank * 10) / 10, Scene.cubic(.01), _ -> 0, 1), .25,
                    .45, .54),
            line(new Scene("scores crowded together", rank -> .2 * rank * rank, u -> .01 + 2 * u, _ -> 0, 1), .08, .29,
                    .43),
            line(new Scene("one in fifty unanswered", rank -> rank, Scene.cubic(.01), _ -> .02, 1), .04, .12, .21),
            line(new Scene("half of the wrong ones unanswered", rank -> rank, Scene.cubic(.01),
                    outcome -> outcome.wrong() ? .5 : 0, 1), .35, .55, .65),
            line(new Scene("four frames of each unit", rank -> rank, Scene.cubic(.01), _ -> 0, 4), .35, .54, .62),
            line(new Scene("four frames of each unit, just beyond alpha", rank -> rank, _ -> .0501, _ -> 0, 4), 0, 0,
                    0));

    @ParameterizedTest
    @FieldSource("SCENES")
    void keepsThePromise(Scene scene, List<Double> least, TestReporter reporter) {
        ThresholdRule rule = new ThresholdRule.Risk(new Promise(ALPHA, DELTA, null, LOOKS), null,
                new Learning(1, Duration.ofMinutes(2), Duration.ZERO, Duration.ofDays(30), Duration.ofDays(7)));
        Truth truth = new Truth(scene);

        List<Window> windows = IntStream.range(0, RUNS).parallel().mapToObj(run -> window(scene, rule, truth, run))
                .toList();

        long broken = windows.stream().filter(window -> !window.kept()).count();
        double[] coverage = IntStream.range(0, LOOKS.size())
                .mapToDouble(look -> windows.stream().mapToDouble(window -> window.coverage().get(look)).sum() / RUNS)
                .toArray();
        reporter.publishEntry(Map.of("coverage", Arrays.toString(coverage), "broken", broken + " of " + RUNS));
        assertThat((double) broken / RUNS).isLessThanOrEqualTo(DELTA + NOISE);
        for (int look = 0; look < LOOKS.size(); look++) {
            assertThat(coverage[look]).as("coverage after look %d", look + 1).isGreaterThanOrEqualTo(least.get(look));
        }
    }

    private static Window window(Scene scene, ThresholdRule rule, Truth truth, int run) {
        Simulation line = new Simulation(scene, rule, AUDIT_SHARE, run);
        double share = scene.group() == 1
                ? AUDIT_SHARE
                : (1 - Math.pow(1 - AUDIT_SHARE, scene.group())) / scene.group();
        List<Double> coverage = new ArrayList<>();
        for (int look = 0, seen = 0; look < LOOKS.size(); look++) {
            int until = (int) (LOOKS.get(look) / share * 1.1) + 200;
            line.run(until - seen);
            seen = until;
            coverage.add(truth.coverage(line.value()));
        }
        return new Window(coverage, line.changes.stream().allMatch(change -> truth.risk(change.after()) <= ALPHA));
    }

    private static Arguments line(Scene scene, double first, double second, double third) {
        return argumentSet(scene.name(), scene, List.of(first, second, third));
    }
}
