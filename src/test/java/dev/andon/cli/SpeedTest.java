package dev.andon.cli;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpeedTest {

    @Test
    void saysHowManyInHowLong() {
        Speed speed = new Speed(100_000, Duration.ofMillis(12_300));

        String text = speed.text();

        assertThat(text).isEqualTo("100,000 inspections read in 12.3 s, 8,130 a second");
    }

    @Test
    void saysNothingOfNothing() {
        Speed speed = new Speed(0, Duration.ZERO);

        String text = speed.text();

        assertThat(text).isEqualTo("0 inspections read in 0.0 s, 0 a second");
    }
}
