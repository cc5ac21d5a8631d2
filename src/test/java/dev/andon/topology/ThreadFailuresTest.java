package dev.andon.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadFailuresTest {

    private final List<Duration> waited = new ArrayList<>();
    private boolean running = true;
    private Instant now = Instant.EPOCH;

    private final ThreadFailures failures = new ThreadFailures(
            new GrowingPause(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofMinutes(1)), () -> now,
            pause -> {
                waited.add(pause);
                now = now.plus(pause);
                return running;
            });

    @Test
    void aFaultThatMayPassIsTriedAgainAfterGrowingPauses() {
        for (int i = 0; i < 4; i++) {
            assertThat(failures.handle(new StreamsException(new TimeoutException("no answer"))))
                    .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }

        assertThat(waited).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 4L);
        assertThat(failures.incurable()).isNull();
    }

    @Test
    void missingRightsEndTheApplicationAtOnceAndSaySo() {
        StreamThreadExceptionResponse response = failures
                .handle(new StreamsException(new TopicAuthorizationException("not authorized:\n[frames]")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(waited).isEmpty();
        assertThat(failures.incurable()).contains("[frames]", "rights").doesNotContain("\n");
    }

    @Test
    void soDoesATopicConfigurationThatTheClusterDoesNotKnow() {
        StreamThreadExceptionResponse response = failures.handle(
                new StreamsException("Could not create topic",
                        new InvalidConfigurationException("Unknown topic config")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(failures.incurable()).contains("Unknown topic config", "kafka.");
    }

    @Test
    void soDoRecordsOfATopicThatIsNotToBeRead() {
        failures.handle(new StreamsException(new TopologyException("a record of topic by-line-repartition")));

        assertThat(failures.incurable()).contains("by-line-repartition");
    }

    @Test
    void nothingIsReplacedOnceTheApplicationEnds() {
        running = false;

        assertThat(failures.handle(new StreamsException("any")))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    }
}
