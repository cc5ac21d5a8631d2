package dev.andon.core.calibration;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ErrorCurveTest {

    @Test
    void followsTheErrorsOfManyFrames() {
        Sample sample = sample(200_000, i -> i);

        double[] curve = ErrorCurve.fit(sample.judged, sample.wrong, sample.judged);

        for (int i = 1; i < Grid.SIZE; i++) {
            assertThat(curve[i]).isCloseTo(error(i), within(.012));
        }
    }

    @Test
    void measuresThatUseATenthOfTheRangeAreLearntAsWell() {
        Sample wide = sample(2_000, i -> i / 10 * 10);
        Sample narrow = sample(2_000, i -> i / 10);

        double[] ofWide = ErrorCurve.fit(wide.judged, wide.wrong, wide.judged);
        double[] ofNarrow = ErrorCurve.fit(narrow.judged, narrow.wrong, narrow.judged);

        for (int i = 0; i <= 20; i++) {
            assertThat(ofNarrow[i]).isEqualTo(ofWide[10 * i]);
        }
    }

    @Test
    void noErrorsYetAreNotNoneEver() {
        Histogram judged = new Histogram();
        for (int i = 0; i < 200; i++) {
            judged.add(i);
        }

        double[] curve = ErrorCurve.fit(judged, new Histogram(), judged);

        assertThat(curve[50]).isCloseTo(.5 / 201, within(1e-4));
        assertThat(curve[150]).isCloseTo(.5 / 201, within(1e-4));
    }

    @Test
    void oneScoreForAllFramesIsEnough() {
        int[] judged = new int[Grid.SIZE];
        int[] wrong = new int[Grid.SIZE];
        judged[0] = 1_000;
        wrong[0] = 5;

        double[] curve = ErrorCurve.fit(new Histogram(judged), new Histogram(wrong), new Histogram(judged));

        assertThat(curve[0]).isCloseTo(.0055, within(1e-4));
    }

    @Test
    void allWrongIsNoTrouble() {
        int[] judged = new int[Grid.SIZE];
        judged[10] = 300;
        judged[20] = 300;

        double[] curve = ErrorCurve.fit(new Histogram(judged), new Histogram(judged), new Histogram(judged));

        assertThat(curve[10]).isBetween(.99, 1.0);
    }

    private record Sample(Histogram judged, Histogram wrong) {}

    private static double error(int index) {
        double u = Grid.value(index);
        return .01 + .4 * u * u * u;
    }

    private static Sample sample(int frames, IntUnaryOperator index) {
        SplittableRandom random = new SplittableRandom(5);
        Sample sample = new Sample(new Histogram(), new Histogram());
        for (int i = 0; i < frames; i++) {
            int score = 1 + random.nextInt(200);
            sample.judged.add(index.applyAsInt(score));
            if (random.nextDouble() < error(score)) {
                sample.wrong.add(index.applyAsInt(score));
            }
        }
        return sample;
    }
}
