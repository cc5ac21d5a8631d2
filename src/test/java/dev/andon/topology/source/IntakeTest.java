package dev.andon.topology.source;

import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeTest {

    private static final TopicPartition FIRST = new TopicPartition("frames", 0);
    private static final TopicPartition SECOND = new TopicPartition("frames", 1);

    private final Intake intake = new Intake();

    @Test
    void closesWhatATaskHasEnoughOfUntilItWantsMore() {
        AtomicBoolean enough = new AtomicBoolean(true);
        intake.of(FIRST, enough::get);
        intake.of(SECOND, () -> false);
        assertThat(intake.closed()).containsExactly(FIRST);

        enough.set(false);

        assertThat(intake.closed()).isEmpty();
    }

    @Test
    void aTaskThatIsGoneSaysNothing() {
        intake.of(FIRST, () -> true).close();

        assertThat(intake.closed()).isEmpty();
    }

    @Test
    void theEndOfAnOldTaskDoesNotTakeTheSayOfTheNewOne() {
        Intake.Say old = intake.of(FIRST, () -> false);
        intake.of(FIRST, () -> true);

        old.close();

        assertThat(intake.closed()).containsExactly(FIRST);
    }
}
