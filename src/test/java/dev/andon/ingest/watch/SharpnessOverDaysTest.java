package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import dev.andon.core.camera.CameraState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a history of hours makes of days. */
class SharpnessOverDaysTest {

    private static final double USUAL = 120;

    private final Bench bench = new Bench(WatchPolicy.USUAL);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWeekOfRandomSharpnessIsNoBlur(long seed) {
        Random random = new Random(seed);

        bench.forTime(Duration.ofDays(7), () -> bench.picture(lognormal(random), 0.5));

        assertThat(bench.states()).containsExactly(CameraState.ONLINE);
    }

    @Test
    void lightThatChangesSlowlyIsNoBlur() {
        Random random = new Random(4);

        bench.forTime(Duration.ofDays(3), () -> bench.picture(lognormal(random) * daylight(bench.instant()), 0.5));

        assertThat(bench.states()).containsExactly(CameraState.ONLINE);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void aBlurToAFifthAfterADayIsFoundWithinMinutes(long seed) {
        Random random = new Random(seed);
        bench.forTime(Duration.ofDays(1), () -> bench.picture(lognormal(random) * daylight(bench.instant()), 0.5));
        double now = USUAL * daylight(bench.instant());
        Instant blurred = bench.instant();

        bench.forTime(Duration.ofMinutes(2), () -> bench.picture(now / 5 * (0.9 + 0.2 * random.nextDouble()), 0.5));

        assertThat(bench.last().causes()).containsExactly("blurred");
        assertThat(Duration.between(blurred, bench.last().since())).isBetween(Duration.ofSeconds(60),
                Duration.ofSeconds(65));
    }

    @Test
    void theHistoryIsTheMedianHoweverFarOutliersAre() {
        SharpnessHistory history = new SharpnessHistory(300, Duration.ofHours(1));
        Random random = new Random(8);
        Instant now = Bench.START;

        for (int second = 0; second < 100_000; second++) {
            history.learn(now.plusSeconds(second), second % 10 == 0 ? 1_000_000 : lognormal(random));
        }

        // A tenth is above everything else: the median of all is the quantile 5/9 of the others.
        assertThat(history.median()).isCloseTo(USUAL * Math.exp(0.5 * 0.1397), within(0.05 * USUAL));
    }

    /** Median {@link #USUAL}; one in 360 is below a quarter of it. */
    private static double lognormal(Random random) {
        return USUAL * Math.exp(0.5 * random.nextGaussian());
    }

    /** From 1 down to an eighth and up again in a day. */
    private static double daylight(Instant at) {
        double turns = Duration.between(Bench.START, at).toMillis() / (double) Duration.ofDays(1).toMillis();
        return Math.pow(8, (Math.cos(2 * Math.PI * turns) - 1) / 2);
    }
}
