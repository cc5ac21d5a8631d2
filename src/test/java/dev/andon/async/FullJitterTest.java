package dev.andon.async;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FullJitterTest {

    private static final FullJitter JITTER = new FullJitter(Duration.ofMillis(100), Duration.ofSeconds(1));

    @Test
    void pausesFillTheRangeThatDoublesUpToTheLongest() {
        for (int k : new int[]{0, 1, 2, 3, 4, 60, Integer.MAX_VALUE}) {
            double bound = Math.min(100 * Math.pow(2, k), 1_000);
            Random random = new Random(k);

            double[] millis = IntStream.range(0, 1_000)
                    .mapToDouble(i -> JITTER.pause(k, random).toNanos() / 1e6).sorted().toArray();

            assertThat(millis[0]).as("shortest of %d", k).isBetween(0.0, 0.02 * bound);
            assertThat(millis[999]).as("longest of %d", k).isBetween(0.98 * bound, bound);
        }
    }
}
