package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LatchTest {

    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private final Latch latch = new Latch(Duration.ofSeconds(10), 3, Duration.ofSeconds(5));

    @Test
    void itBeginsOnceSignsHaveComeForItsTime() {
        see(true, 0, 4, 9);
        assertThat(latch.isOn()).isFalse();

        see(true, 10);

        assertThat(latch.isOn()).isTrue();
    }

    @Test
    void aSignOfTheContraryBeginsTheTimeAnew() {
        see(true, 0, 5);
        see(false, 9);

        see(true, 10, 15, 19);

        assertThat(latch.isOn()).isFalse();
    }

    @Test
    void signsThatAreFarApartHaveToBeEnough() {
        see(true, 0, 100);
        assertThat(latch.isOn()).isFalse();

        see(true, 200);

        assertThat(latch.isOn()).isTrue();
    }

    @Test
    void itEndsOnceSignsOfItsEndHaveComeForTheirTime() {
        see(true, 0, 5, 10);

        see(false, 11, 15);
        assertThat(latch.isOn()).isTrue();
        see(true, 15);
        see(false, 16, 20);
        assertThat(latch.isOn()).isTrue();
        see(false, 21);

        assertThat(latch.isOn()).isFalse();
    }

    @Test
    void whatIsNeitherASignNorOneOfTheEndChangesNothing() {
        see(true, 0, 5, 10);

        for (int second = 11; second < 100; second++) {
            latch.see(START.plusSeconds(second), false, false);
        }

        assertThat(latch.isOn()).isTrue();
    }

    private void see(boolean sign, int... seconds) {
        for (int second : seconds) {
            latch.see(START.plusSeconds(second), sign, !sign);
        }
    }
}
