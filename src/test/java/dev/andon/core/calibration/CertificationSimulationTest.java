package dev.andon.core.calibration;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import dev.andon.core.calibration.Scene.Truth;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A thousand windows of each line: how much is certified, and how often the promise is broken. */
class CertificationSimulationTest {

    private static final int RUNS = Integer.getInteger("runs", 1_000);
    private static final double ALPHA = .05;
    private static final double DELTA = .1;
    private static final List<Integer> LOOKS = List.of(500, 1_000, 3_000);
    private static final double AUDIT_SHARE = .6;

    /** The largest share of 1,000 runs that binomial noise explains, where it is delta, in 999 of 1,000 tests. */
    private static final double NOISE = 3.1 * Math.sqrt(DELTA * (1 - DELTA) / RUNS);

    @SuppressWarnings("UnnecessaryLambda")
    private static final DoubleUnaryOperator EVEN = rank -> rank;
    @SuppressWarnings("UnnecessaryLambda")
    private static final DoubleUnaryOperator TENTHS = rank -> Math.ceil(rank * 10) / 10;
    @SuppressWarnings("UnnecessaryLambda")
    private static final DoubleUnaryOperator CROWDED = rank -> .2 * rank * rank;

    static final List<Scene> SCENES = List.of(
            Scene.ofTheMethod(),
            Scene.even("just beyond alpha everywhere", _ -> .0501),
            Scene.even("a step", u -> u < .4 ? .02 : .2),
            Scene.even("sure and wrong", u -> u < .1 ? .2 : .02 + .1 * u * u),
            new Scene("scores in tenths", TENTHS, Scene.cubic(.01), 0, 1),
            new Scene("scores crowded together", CROWDED, u -> .01 + 2 * u, 0, 1),
            new Scene("one in fifty unanswered", EVEN, Scene.cubic(.01), .02, 1),
            new Scene("four frames of each unit", EVEN, Scene.cubic(.01), 0, 4),
            new Scene("four frames of each unit, just beyond alpha", EVEN, _ -> .0501, 0, 4));

    @ParameterizedTest
    @FieldSource("SCENES")
    void keepsThePromise(Scene scene) {
        ThresholdRule rule = new ThresholdRule.Risk(new Promise(ALPHA, DELTA, null, LOOKS), null,
                new Learning(1, Duration.ofMinutes(2), Duration.ZERO, Duration.ofDays(30), Duration.ofDays(7)));
        Truth truth = scene.truth();
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

        System.out.printf("%-45s best %.3f, coverage %.3f %.3f %.3f, broken in %d of %d%n", scene, truth.best(ALPHA),
                coverage[0], coverage[1], coverage[2], broken, RUNS);
        assertThat((double) broken / RUNS).isLessThanOrEqualTo(DELTA + NOISE);
    }
}
