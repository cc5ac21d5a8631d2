package dev.andon.topology;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrowingPauseTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final GrowingPause pauses = new GrowingPause(SECOND, SECOND.multipliedBy(5), Duration.ofMinutes(1));
    private Instant now = Instant.EPOCH;

    @Test
    void growsUpToItsLimitWhileFailuresFollowOneAnother() {
        assertThat(next()).isEqualTo(SECOND);
        assertThat(next()).isEqualTo(SECOND.multipliedBy(2));
        assertThat(next()).isEqualTo(SECOND.multipliedBy(4));
        assertThat(next()).isEqualTo(SECOND.multipliedBy(5));
        assertThat(next()).isEqualTo(SECOND.multipliedBy(5));
    }

    @Test
    void isShortAgainAfterAHealthyTime() {
        next();
        next();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(next()).isEqualTo(SECOND);
    }

    @Test
    void threadsThatFailTogetherWaitEquallyLong() {
        next();

        assertThat(pauses.after(now)).isEqualTo(SECOND.multipliedBy(2));
        assertThat(pauses.after(now)).isEqualTo(SECOND.multipliedBy(2));
        assertThat(pauses.after(now.plusMillis(1999))).isEqualTo(SECOND.multipliedBy(2));
    }

    /** A failure at once after each pause. */
    private Duration next() {
        Duration pause = pauses.after(now);
        now = now.plus(pause);
        return pause;
    }
}
