package dev.andon.cli;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AskProgressTest {

    @Test
    void saysHowFastItGoesAndHowLongItTakes() {
        assertThat(AskProgress.describe(1_200, 4_800, 200, Duration.ofSeconds(100)))
                .isEqualTo("1,200 of 4,800 decided (25 %), 2.0 a second, 30 min left");
    }

    @Test
    void promisesNothingBeforeAnythingIsDecided() {
        assertThat(AskProgress.describe(0, 10, 0, Duration.ZERO)).isEqualTo("0 of 10 decided (0 %), 0.0 a second");
    }
}
