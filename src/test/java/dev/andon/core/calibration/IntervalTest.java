package dev.andon.core.calibration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class IntervalTest {

    /** Where nothing or everything hits, the bounds have a closed form: 1 − 0.025^(1/n). */
    @ParameterizedTest
    @CsvSource({"1", "10", "59", "2000"})
    void hasTheClosedFormAtBothEnds(int trials) {
        double bound = 1 - Math.pow(0.025, 1.0 / trials);

        assertThat(Interval.of(0, trials).low()).isZero();
        assertThat(Interval.of(0, trials).high()).isCloseTo(bound, within(1e-9));
        assertThat(Interval.of(trials, trials).low()).isCloseTo(1 - bound, within(1e-9));
        assertThat(Interval.of(trials, trials).high()).isEqualTo(1);
    }

    /** The bounds are the shares under which the observed tail has 2.5 %. */
    @ParameterizedTest
    @CsvSource({"3,20", "50,100", "7,2000"})
    void leavesTwoAndAHalfPercentInEachTail(int hits, int trials) {
        Interval interval = Interval.of(hits, trials);

        assertThat(atMost(hits, trials, interval.high())).isCloseTo(0.025, within(1e-6));
        assertThat(1 - atMost(hits - 1, trials, interval.low())).isCloseTo(0.025, within(1e-6));
    }

    @Test
    void knowsNothingWithoutTrials() {
        assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void isBelowOnlyWithoutOverlap() {
        assertThat(Interval.of(1, 1000).below(Interval.of(100, 1000))).isTrue();
        assertThat(Interval.of(9, 1000).below(Interval.of(10, 1000))).isFalse();
    }

    private static double atMost(int hits, int trials, double share) {
        double sum = 0;
        double log = trials * Math.log1p(-share);
        for (int k = 0; k <= hits; k++) {
            sum += Math.exp(log);
            log += Math.log((double) (trials - k) / (k + 1)) + Math.log(share) - Math.log1p(-share);
        }
        return sum;
    }
}
