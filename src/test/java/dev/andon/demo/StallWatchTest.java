package dev.andon.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StallWatchTest {

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong seconds = new AtomicLong();
    private final StallWatch watch = new StallWatch(sent::get, done::get, Duration.ofSeconds(60),
            () -> Instant.ofEpochSecond(seconds.get()));

    @Test
    void stallsWhereSomethingIsDueAndNothingComes() {
        sent.set(3);
        assertThat(watch.stalled()).isFalse();

        seconds.set(61);

        assertThat(watch.quiet()).isFalse();
        assertThat(watch.stalled()).isTrue();
    }

    @Test
    void doesNotStallWhileSomethingComes() {
        sent.set(3);
        for (int i = 0; i < 3; i++) {
            seconds.addAndGet(50);
            done.incrementAndGet();

            assertThat(watch.stalled()).isFalse();
        }
    }

    @Test
    void doesNotStallWhileNothingIsDue() {
        seconds.set(1000);

        assertThat(watch.stalled()).isFalse();
        assertThat(watch.quiet()).isTrue();
    }
}
