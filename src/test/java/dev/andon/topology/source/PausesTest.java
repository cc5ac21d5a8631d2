package dev.andon.topology.source;

import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTest {

    private static final TopicPartition FIRST = new TopicPartition("frames", 0);
    private static final TopicPartition SECOND = new TopicPartition("frames", 1);

    private final Pauses pauses = new Pauses();

    @Test
    void areWantedWhileATaskHasEnough() {
        AtomicBoolean enough = new AtomicBoolean(true);
        pauses.listen(FIRST, enough::get);
        pauses.listen(SECOND, () -> false);
        assertThat(pauses.wanted()).containsExactly(FIRST);

        enough.set(false);

        assertThat(pauses.wanted()).isEmpty();
        assertThat(pauses.concern(FIRST)).isTrue();
    }

    @Test
    void aTaskThatIsGoneIsNotAsked() {
        pauses.listen(FIRST, () -> true).close();

        assertThat(pauses.wanted()).isEmpty();
        assertThat(pauses.concern(FIRST)).isFalse();
    }

    @Test
    void theEndOfAnOldTaskDoesNotSilenceTheNewOne() {
        Pauses.Listener old = pauses.listen(FIRST, () -> false);
        pauses.listen(FIRST, () -> true);

        old.close();

        assertThat(pauses.wanted()).containsExactly(FIRST);
    }
}
