package dev.andon.core.calibration;

import java.time.Instant;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreDriftTest {

    private static final Instant UNTIL = Instant.parse("2026-05-02T06:00:00Z");

    @Test
    void scoresOfOneKindRaiseNoAlarm() {
        SplittableRandom random = new SplittableRandom(1);
        int alarms = 0;

        for (int i = 0; i < 20_000; i++) {
            alarms += ScoreDrift.alarm(scores(random, 0), scores(random, 0), UNTIL) == null ? 0 : 1;
        }

        assertThat(alarms).isZero();
    }

    @Test
    void saysWhatHasChanged() {
        SplittableRandom random = new SplittableRandom(1);

        String alarm = ScoreDrift.alarm(scores(random, 0), scores(random, .25), UNTIL);

        assertThat(alarm)
                .matches("the scores have changed: [0-9.]+ % were up to 0.[0-9]+, of the last 1,000 up to 2026-05-02 "
                        + "it were [0-9.]+ %");
    }

    @Test
    void noticesSmallChangesOnlyInTime() {
        SplittableRandom random = new SplittableRandom(1);

        assertThat(ScoreDrift.alarm(scores(random, 0), scores(random, .04), UNTIL)).isNull();
    }

    @Test
    void thereHasToBeSomethingToCompareWith() {
        assertThat(ScoreDrift.alarm(new Histogram(), scores(new SplittableRandom(1), 0), UNTIL)).isNull();
    }

    /** Scores in tenths, some share of them shifted by two. */
    private static Histogram scores(SplittableRandom random, double shifted) {
        Histogram scores = new Histogram();
        for (int i = 0; i < ScoreBook.BLOCK; i++) {
            scores.add(20 * random.nextInt(9) + (random.nextDouble() < shifted * 4 ? 40 : 0));
        }
        return scores;
    }
}
