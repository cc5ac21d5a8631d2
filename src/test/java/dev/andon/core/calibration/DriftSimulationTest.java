package dev.andon.core.calibration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

/** The model gets worse after its threshold was certified: one error more in fifty frames, whatever the score. */
class DriftSimulationTest {

    private static final int RUNS = Simulation.RUNS;
    private static final double ALPHA = .05;
    private static final double AUDIT_SHARE = .5;
    private static final int HALF_TIME = 7_000;
    private static final int LONGEST = 20_000;
    private static final int STEP = 50;

    /** Audited errors beyond the promise that are the most that can be, and those that are enough to find it broken. */
    private static final double MOST = OnlineBound.BUFFER + OnlineBound.STEPS + 1;
    private static final double ENOUGH = 2 * MOST;

    @Test
    void answersABrokenPromiseInTheFramesThatWereStated(TestReporter reporter) {
        ThresholdRule rule = new ThresholdRule.Risk(new Promise(ALPHA, .1, null, List.of(500, 1_000, 3_000)), null,
                new Learning(1, Duration.ofMinutes(2), Duration.ZERO, Duration.ofDays(30), Duration.ofDays(7)));
        Scene before = Scene.ofTheMethod();
        Scene afterwards = Scene.even("worse", Scene.cubic(.03));
        Truth now = new Truth(afterwards);
        int tightenedBefore = 0;
        int broken = 0;
        int inTime = 0;
        double published = 0;
        double longest = 0;
        double[] times = new double[RUNS];

        for (int run = 0; run < RUNS; run++) {
            Simulation line = new Simulation(before, rule, AUDIT_SHARE, run);
            line.run(HALF_TIME);
            tightenedBefore += line.changes.stream().anyMatch(change -> change.cause() == Cause.TIGHTENED) ? 1 : 0;
            double excess = now.risk(line.value()) - ALPHA;
            if (excess <= 0) {
                continue;
            }
            double stated = ENOUGH / (AUDIT_SHARE * excess);
            double accepted = 0;
            double beyond = 0;
            while (now.risk(line.value()) > ALPHA && accepted < LONGEST) {
                double some = now.coverage(line.value()) * STEP;
                accepted += some;
                beyond += some * (now.risk(line.value()) - ALPHA);
                line.run(STEP, afterwards);
            }
            times[broken++] = accepted;
            inTime += accepted <= stated ? 1 : 0;
            published += beyond;
            longest = Math.max(longest, beyond);
        }

        Arrays.sort(times, 0, broken);
        reporter.publishEntry(Map.of("broken by the change", Integer.toString(broken), "answered in time", inTime + "",
                "tightened before", tightenedBefore + "", "accepted frames until answered, median and 9 in 10",
                times[broken / 2] + ", " + times[broken * 9 / 10], "published beyond alpha, mean and most",
                published / broken + ", " + longest));
        assertThat(tightenedBefore).isLessThan(RUNS * 15 / 100);
        assertThat((double) inTime / broken).isGreaterThan(.95);
        assertThat(published / broken).isLessThan(MOST / AUDIT_SHARE);
    }
}
