package dev.andon.ingest;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private Instant now = Instant.EPOCH;

    @Test
    void eventsAreSpreadEvenlyAndLateOnesDoNotWait() {
        Pace pace = new Pace(4, () -> now);

        assertThat(pace.next()).isEqualTo(Duration.ZERO);
        assertThat(pace.next()).isEqualTo(Duration.ofMillis(250));
        now = now.plusMillis(600);
        assertThat(pace.next()).isEqualTo(Duration.ZERO);
        assertThat(pace.next()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void withoutAPaceNothingWaits() {
        Pace pace = new Pace(Double.POSITIVE_INFINITY, () -> now);

        assertThat(pace.next()).isEqualTo(Duration.ZERO);
        assertThat(pace.next()).isEqualTo(Duration.ZERO);
    }
}
