package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateMeterTest {

    private static final Instant START = Instant.parse("2026-03-04T05:06:07.300Z");

    private final RateMeter meter = new RateMeter(Duration.ofSeconds(30), START);

    @ParameterizedTest
    @ValueSource(ints = {2_000, 1_000, 500, 40})
    void evenPicturesHaveTheirRate(int everyMillis) {
        count(0, 100_000, everyMillis);

        double rate = meter.perSecond(START.plusMillis(100_000));

        assertThat(rate).isCloseTo(1_000.0 / everyMillis, within(0.04));
    }

    @Test
    void itIsThatOfTheLastSpanAlone() {
        count(0, 60_000, 100);
        count(60_000, 100_000, 1_000);

        assertThat(meter.perSecond(START.plusMillis(100_000))).isEqualTo(1);
    }

    @Test
    void atFirstItIsThatOfTheTimeSoFar() {
        assertThat(meter.perSecond(START)).isZero();

        count(0, 5_000, 100);

        assertThat(meter.perSecond(START.plusSeconds(5))).isEqualTo(10);
        assertThat(meter.isFull(START.plusSeconds(30))).isFalse();
        assertThat(meter.isFull(START.plusSeconds(31))).isTrue();
    }

    @Test
    void afterALongPauseItIsZero() {
        count(0, 60_000, 100);

        assertThat(meter.perSecond(START.plus(Duration.ofDays(400)))).isZero();
    }

    @Test
    void aClockThatIsSetBackBreaksNothing() {
        count(0, 60_000, 100);

        meter.count(START.minusSeconds(3_600));

        assertThat(meter.perSecond(START.minusSeconds(3_600))).isCloseTo(10, within(0.4));
    }

    private void count(int fromMillis, int toMillis, int everyMillis) {
        for (int millis = fromMillis; millis < toMillis; millis += everyMillis) {
            meter.count(START.plusMillis(millis));
        }
    }
}
