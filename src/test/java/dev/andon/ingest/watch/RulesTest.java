package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.andon.core.camera.CameraState.DEGRADED;
import static dev.andon.core.camera.CameraState.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

/** When something begins to be wrong, when it ends, and that nothing flaps. */
class RulesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Bench bench = new Bench(WatchPolicy.USUAL.expecting(2.0));

    @Test
    void tooFewPicturesAreToldWithTheirRate() {
        bench.well(MINUTE);

        bench.forTime(MINUTE, new EachThird(() -> bench.picture(100, 0.5)));

        assertThat(bench.states()).endsWith(ONLINE, DEGRADED);
        assertThat(bench.last().causes()).containsExactly("rate");
        assertThat(bench.last().detail()).isEqualTo("0.67 frames/s come, 2.00 are expected");
        bench.well(MINUTE);
        assertThat(bench.states()).endsWith(DEGRADED, ONLINE);
    }

    @Test
    void aRateAtTheBoundDoesNotFlap() {
        bench.well(MINUTE);

        for (int minute = 0; minute < 60; minute++) {
            bench.forTime(Duration.ofSeconds(30), new AllButEach(6, () -> bench.picture(100, 0.5)));
            bench.forTime(Duration.ofSeconds(30), new AllButEach(4, () -> bench.picture(100, 0.5)));
        }

        assertThat(bench.states()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void withoutAnExpectationNoRateIsWrong() {
        Bench triggered = new Bench(WatchPolicy.USUAL);
        triggered.picture(100, 0.5);

        triggered.forTime(Duration.ofHours(1), () -> {});

        assertThat(triggered.states()).containsExactly(ONLINE);
    }

    @Test
    void aPictureThatStaysTheSameIsFrozenUntilAnotherOneComes() {
        bench.well(MINUTE);
        Instant same = bench.instant().plusMillis(500);

        bench.forTime(Duration.ofSeconds(12), () -> bench.watch.took(bench.instant(), "same", null));

        assertThat(bench.states()).endsWith(ONLINE, DEGRADED);
        assertThat(bench.last().causes()).containsExactly("frozen");
        assertThat(bench.last().detail()).contains(same.toString());
        assertThat(bench.watch.status().counts().repeated()).isEqualTo(23);
        bench.picture(100, 0.5);
        bench.look();
        assertThat(bench.last().state()).isEqualTo(ONLINE);
    }

    @Test
    void aPictureThatComesTwiceIsNotFrozen() {
        bench.watch.took(bench.instant(), "same", null);
        bench.pass(MINUTE);
        bench.watch.took(bench.instant(), "same", null);

        bench.look();

        assertThat(bench.states()).containsExactly(ONLINE);
    }

    @Test
    void blackPicturesAreToldOnceTheyLast() {
        bench.well(MINUTE);

        bench.forTime(Duration.ofSeconds(10), () -> bench.picture(0, 0.004));
        assertThat(bench.last().state()).isEqualTo(ONLINE);
        bench.forTime(Duration.ofSeconds(2), () -> bench.picture(0, 0.004));

        assertThat(bench.last().causes()).containsExactly("black");
        assertThat(bench.last().detail()).contains("0.004");
        bench.well(Duration.ofSeconds(12));
        assertThat(bench.last().state()).isEqualTo(ONLINE);
    }

    @Test
    void lampsThatFlickerAreNotToldOver() {
        bench.well(MINUTE);

        for (int flash = 0; flash < 100; flash++) {
            bench.forTime(Duration.ofSeconds(9), () -> bench.picture(0, 0.004));
            bench.well(Duration.ofSeconds(1));
        }

        assertThat(bench.states()).containsExactly(ONLINE);
    }

    @Test
    void blackPicturesAreNotBlurredToo() {
        bench.well(Duration.ofMinutes(10));

        bench.forTime(Duration.ofHours(8), () -> bench.picture(0, 0.004));
        bench.well(MINUTE);

        assertThat(bench.states()).containsExactly(ONLINE, DEGRADED, ONLINE);
    }

    @Test
    void droppedFramesAreRememberedForAMinute() {
        bench.carried = new Carried(7, 40, 0, 0, null);
        bench.well(MINUTE.multipliedBy(2));
        bench.carried = new Carried(7, 43, 0, 0, null);
        bench.well(Duration.ofSeconds(30));
        bench.carried = new Carried(7, 45, 0, 0, null);

        bench.well(Duration.ofSeconds(58));

        CameraEvent told = bench.last();
        assertThat(told.causes()).containsExactly("dropping");
        assertThat(told.detail()).isEqualTo("frames dropped of late: 5");
        bench.well(Duration.ofSeconds(5));
        assertThat(bench.last().state()).isEqualTo(ONLINE);
    }

    @Test
    void severalConditionsAreToldTogether() {
        bench.well(MINUTE);
        bench.carried = new Carried(0, 3, 0, 0, null);

        bench.forTime(MINUTE, new EachThird(() -> bench.picture(0, 0.004)));

        assertThat(bench.last().causes()).containsExactly("rate", "black", "dropping");
        assertThat(bench.last().detail()).contains("; ");
    }

    @ParameterizedTest
    @CsvSource({"0.2, DEGRADED", "0.3, ONLINE"})
    void aBlurIsMeasuredByTheSharpnessOfBefore(double share, CameraState then) {
        bench.well(Duration.ofMinutes(10));

        bench.forTime(Duration.ofSeconds(62), () -> bench.picture(100 * share, 0.5));

        assertThat(bench.last().state()).isEqualTo(then);
    }

    @Test
    void aBlurStaysOneHoweverLongItLasts() {
        bench.well(Duration.ofMinutes(10));

        bench.forTime(Duration.ofHours(24), () -> bench.picture(20, 0.5));
        assertThat(bench.last().causes()).containsExactly("blurred");
        assertThat(bench.last().detail()).contains("sharpness 20.0", "usual is 9");
        bench.well(Duration.ofSeconds(12));

        assertThat(bench.states()).containsExactly(ONLINE, DEGRADED, ONLINE);
    }

    @Test
    void aSharpPictureNowAndThenIsNoBlur() {
        bench.well(Duration.ofMinutes(10));

        for (int part = 0; part < 100; part++) {
            bench.forTime(Duration.ofSeconds(50), () -> bench.picture(5, 0.5));
            bench.well(Duration.ofSeconds(2));
        }

        assertThat(bench.states()).containsExactly(ONLINE);
    }

    @Test
    void nothingIsBlurredBeforeThereIsAHistory() {
        bench.well(Duration.ofMinutes(4));

        bench.forTime(Duration.ofSeconds(59), () -> bench.picture(1, 0.5));

        assertThat(bench.states()).containsExactly(ONLINE);
    }

    /** Does something each third time. */
    private static final class EachThird implements Runnable {

        private final Runnable something;
        private int times;

        EachThird(Runnable something) {
            this.something = something;
        }

        @Override
        public void run() {
            if (times++ % 3 == 0) {
                something.run();
            }
        }
    }

    /** Does something but for each n-th time. */
    private static final class AllButEach implements Runnable {

        private final int n;
        private final Runnable something;
        private int times;

        AllButEach(int n, Runnable something) {
            this.n = n;
            this.something = something;
        }

        @Override
        public void run() {
            if (++times % n != 0) {
                something.run();
            }
        }
    }
}
