package dev.andon.core.calibration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** A thousand windows of each line: how much is certified, and how often the promise is broken. */
class CertificationSimulationTest {

    private static final int RUNS = 1_000;
    private static final double ALPHA = .05;
    private static final double DELTA = .1;
    private static final List<Integer> LOOKS = List.of(500, 1_000, 3_000);
    private static final double AUDIT_SHARE = .6;

    /** The largest share of 1,000 runs that binomial noise explains, where it is delta, in 999 of 1,000 tests. */
    private static final double NOISE = 3.1 * Math.sqrt(DELTA * (1 - DELTA) / RUNS);

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
        double[] coverage = new double[LOOKS.size()];
        int broken = 0;

        for (int run = 0; run < RUNS; run++) {
            Simulation line = new Simulation(scene, rule, AUDIT_SHARE, run);
            boolean kept = true;
            double share = scene.group() == 1
                    ? AUDIT_SHARE
                    : (1 - Math.pow(1 - AUDIT_SHARE, scene.group())) / scene.group();
            for (int look = 0, seen = 0; look < LOOKS.size(); look++) {
                int until = (int) (LOOKS.get(look) / share * 1.1) + 200;
                line.run(until - seen);
                seen = until;
                coverage[look] += truth.coverage(line.value()) / RUNS;
            }
            for (Change change : line.changes) {
                kept &= truth.risk(change.after()) <= ALPHA;
            }
            broken += kept ? 0 : 1;
        }

        reporter.publishEntry(Map.of("coverage", Arrays.toString(coverage), "broken", broken + " of " + RUNS));
        assertThat((double) broken / RUNS).isLessThanOrEqualTo(DELTA + NOISE);
        for (int look = 0; look < LOOKS.size(); look++) {
            assertThat(coverage[look]).as("coverage after look %d", look + 1).isGreaterThanOrEqualTo(least.get(look));
        }
    }

    private static Arguments line(Scene scene, double first, double second, double third) {
        return argumentSet(scene.name(), scene, List.of(first, second, third));
    }
}
