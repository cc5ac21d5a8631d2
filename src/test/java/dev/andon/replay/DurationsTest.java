package dev.andon.replay;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DurationsTest {

    @Test
    void aQuantileIsOneOfTheSpans() {
        Durations durations = new Durations();
        IntStream.rangeClosed(1, 100).forEach(millis -> durations.add(Duration.ofMillis(millis)));

        assertThat(durations.quantile(0.5)).hasValue(50);
        assertThat(durations.quantile(0.95)).hasValue(95);
        assertThat(durations.quantile(1)).hasValue(100);
    }

    @Test
    void ofNoSpansThereIsNone() {
        assertThat(new Durations().quantile(0.5)).isEmpty();
    }

    @Test
    void partsAddUp() {
        Durations some = new Durations();
        some.add(Duration.ofMillis(1));
        Durations others = new Durations();
        others.add(Duration.ofMillis(1));
        others.add(Duration.ofMillis(9));

        some.add(others);

        assertThat(some.quantile(0.6)).hasValue(1);
        assertThat(some.quantile(0.7)).hasValue(9);
    }
}
