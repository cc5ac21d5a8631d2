package dev.andon.topology.review;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskTimeTest {

    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private Instant clock = START;
    private final TaskTime time = new TaskTime(() -> clock);

    @Test
    void whileOldRecordsAreReadItIsTheirs() {
        time.read(START.minus(Duration.ofDays(2)));
        clock = clock.plusSeconds(10);

        assertThat(time.now()).isEqualTo(START.minus(Duration.ofDays(2)));
    }

    @Test
    void onceNothingComesItIsThatOfTheClock() {
        time.read(START.minus(Duration.ofDays(2)));
        clock = clock.plus(TaskTime.QUIET);

        assertThat(time.now()).isEqualTo(clock);
    }

    @Test
    void aTaskThatHasJustBegunDoesNotKnowTheTime() {
        clock = clock.plusSeconds(5);

        assertThat(time.now()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void itNeverGoesBack() {
        time.read(START);

        time.read(START.minusSeconds(9));

        assertThat(time.now()).isEqualTo(START);
    }
}
