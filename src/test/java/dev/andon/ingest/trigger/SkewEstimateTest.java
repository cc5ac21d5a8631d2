package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

import dev.andon.ingest.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SkewEstimateTest {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final SplittableRandom random = new SplittableRandom(7);
    private SkewEstimate estimate = new SkewEstimate(TestJoins.CLOCK);
    private Instant now = Scene.START;

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, -200, 0, 200, 86_400_000})
    void aHundredTriggersTellTheSkewToAFewMilliseconds(long skew) {
        observe(100, skew, 50);

        assertThat(skew()).isBetween(skew - 4, skew);
    }

    @Test
    void threeThatAgreeAreNeededToSayAnything() {
        observe(2, 200, 50);
        assertThat(estimate.skew()).isEmpty();

        observe(1, 200, 50);

        assertThat(skew()).isBetween(150L, 200L);
    }

    @Test
    void joinsAreSureAfterTwenty() {
        SkewEstimate.Reading first = read(200, 30);
        observe(18, 200, 50);
        assertThat(first.isSettled()).isFalse();

        observe(1, 200, 50);

        assertThat(first.isSettled()).isTrue();
    }

    @Test
    void theTimeOfATriggerGetsBetterWithThoseThatCome() {
        Instant passedAt = now.plus(BETWEEN);
        SkewEstimate.Reading reading = read(200, 50);
        assertThat(reading.time()).isEqualTo(passedAt.plusMillis(50));

        observe(100, 200, 50);

        assertThat(reading.time()).isBetween(passedAt, passedAt.plusMillis(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {-10_000, -300, -160, 160, 300, 10_000})
    void aClockThatIsSetIsRecognisedAfterThreeTriggers(long by) {
        observe(100, 200, 50);

        observe(3, 200 + by, 50);

        assertThat(skew()).isBetween(200 + by - 50, 200 + by);
    }

    @Test
    void triggersOfBeforeKeepTheTimeOfTheirClock() {
        observe(100, 200, 50);
        Instant passedAt = now.plus(BETWEEN);
        SkewEstimate.Reading before = read(200, 20);

        observe(30, 5_000, 50);

        assertThat(before.time()).isBetween(passedAt, passedAt.plusMillis(4));
        assertThat(before.isSettled()).isTrue();
    }

    @Test
    void aClockThatIsSetAheadALittleIsFollowedAtOnceAndOneThatIsSetBackALittleAfterAWindow() {
        observe(100, 200, 50);

        observe(20, 240, 50);
        assertThat(skew()).isBetween(230L, 240L);
        observe(100, 200, 50);

        assertThat(skew()).isBetween(196L, 200L);
    }

    @Test
    void aClockThatLosesIsFollowed() {
        for (int i = 0; i < 3_000; i++) {
            read(200 - i / 10, 50 * random.nextDouble());
        }

        assertThat(skew()).isBetween(-110L, -85L);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 100})
    void whatPiledUpSomewhereIsNoSkew(int perSecond) {
        observe(100, 200, 50);
        Instant released = now.plusSeconds(4);

        for (int i = 0; i < 3 * perSecond; i++) {
            now = now.plusNanos(1_000_000_000L / perSecond);
            estimate.read(trigger(now.plusMillis(200), released));
        }
        now = released;

        assertThat(skew()).isBetween(196L, 200L);
    }

    @Test
    void oneThatIsLateIsSureOfItsTimeOnceTheNextIsNot() {
        observe(100, 200, 50);
        Instant passedAt = now.plus(BETWEEN);
        SkewEstimate.Reading late = read(200, 900);
        assertThat(late.isSettled()).isFalse();

        observe(1, 200, 50);

        assertThat(late.isSettled()).isTrue();
        assertThat(late.isAhead()).isFalse();
        assertThat(late.time()).isBetween(passedAt, passedAt.plusMillis(4));
    }

    @Test
    void oneThatCannotHaveHappenedYetIsKnownByThat() {
        observe(100, 200, 50);

        SkewEstimate.Reading ahead = read(900, 0);

        assertThat(ahead.isAhead()).isTrue();
        assertThat(skew()).isBetween(196L, 200L);
    }

    @Test
    void theLeastTimeOnTheWayIsNoSkew() {
        estimate = new SkewEstimate(new ClockSettings(ClockSettings.Mode.CORRECT, Duration.ofMillis(30),
                Duration.ofMillis(100), Duration.ofMillis(150)));

        for (int i = 0; i < 100; i++) {
            read(200, 30 + 50 * random.nextDouble());
        }

        assertThat(skew()).isBetween(196L, 200L);
    }

    @Test
    void whoTrustsAClockTakesItsTimeAndKnowsTheSkewNevertheless() {
        estimate = new SkewEstimate(TestJoins.clock(ClockSettings.Mode.TRUST));

        SkewEstimate.Reading first = read(200, 30);
        Instant at = now.plusMillis(200);
        observe(100, 200, 50);

        assertThat(first.time()).isEqualTo(at);
        assertThat(first.isSettled()).isTrue();
        assertThat(skew()).isBetween(196L, 200L);
    }

    private long skew() {
        return estimate.skew().orElseThrow().toMillis();
    }

    private void observe(int count, long skew, int jitter) {
        for (int i = 0; i < count; i++) {
            read(skew, jitter * random.nextDouble());
        }
    }

    /** The next trigger, after so many milliseconds on its way. */
    private SkewEstimate.Reading read(long skew, double delay) {
        now = now.plus(BETWEEN);
        return estimate.read(trigger(now.plusMillis(skew), now.plusNanos((long) (delay * 1e6))));
    }

    private static Trigger trigger(Instant at, Instant receivedAt) {
        return new Trigger(null, "c", Particulars.NONE, at, receivedAt);
    }
}
