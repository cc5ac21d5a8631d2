package dev.andon.async;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class BellTest {

    private static final Duration LONG = Duration.ofSeconds(1);

    private final AtomicInteger wakes = new AtomicInteger();
    private final Bell bell = new Bell(wakes::incrementAndGet);

    @Test
    void wakesOnceWhoeverWaits() {
        assertThat(bell.beginWait(LONG)).isEqualTo(LONG);
        bell.ring();
        bell.ring();

        assertThat(bell.endWait()).isTrue();
        assertThat(wakes).hasValue(1);
    }

    @Test
    void wakesNobodyWhoDoesNotWait() {
        bell.ring();
        bell.beginWait(LONG);
        assertThat(bell.endWait()).isFalse();
        bell.ring();

        assertThat(wakes).hasValue(0);
    }

    @Test
    void forgetsAtTheNextWaitThatItRang() {
        bell.beginWait(LONG);
        bell.ring();
        bell.endWait();
        bell.beginWait(LONG);

        assertThat(bell.endWait()).isFalse();
    }

    @Test
    void waitsAsLongAsTheMostImpatientTaskAllows() {
        bell.listen(() -> Duration.ofMillis(300));
        Bell.Ear hasty = bell.listen(() -> Duration.ofMillis(1));
        bell.listen(() -> Duration.ofDays(1));

        assertThat(bell.beginWait(LONG)).isEqualTo(Duration.ofMillis(1));
        hasty.close();
        assertThat(bell.beginWait(LONG)).isEqualTo(Duration.ofMillis(300));
        assertThat(bell.beginWait(Duration.ofMillis(20))).isEqualTo(Duration.ofMillis(20));
    }
}
