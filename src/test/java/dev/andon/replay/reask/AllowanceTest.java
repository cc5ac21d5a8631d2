package dev.andon.replay.reask;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AllowanceTest {

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void lessThanOneASecondGoesOneByOne() {
        Allowance allowance = new Allowance(0.5, () -> now);
        assertThat(allowance.now()).isOne();
        allowance.spend(1);

        pass(1_900);
        assertThat(allowance.now()).isZero();
        pass(100);

        assertThat(allowance.now()).isOne();
    }

    @Test
    void whatCouldNotGoIsCaughtUpForOneSecondAlone() {
        Allowance allowance = new Allowance(20, () -> now);

        pass(60_000);

        assertThat(allowance.now()).isEqualTo(20);
    }

    @Test
    void noneGoesTwice() {
        Allowance allowance = new Allowance(20, () -> now);
        pass(100);
        assertThat(allowance.now()).isEqualTo(3);
        allowance.spend(3);

        assertThat(allowance.now()).isZero();
    }

    private void pass(long millis) {
        now = now.plus(Duration.ofMillis(millis));
    }
}
