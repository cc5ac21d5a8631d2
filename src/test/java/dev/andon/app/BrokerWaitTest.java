package dev.andon.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.andon.topology.StartException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrokerWaitTest {

    private final KafkaException silence = new TimeoutException("no node assigned");

    private final Logger logger = (Logger) LoggerFactory.getLogger(BrokerWait.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<Instant> attempts = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final BrokerWait wait = new BrokerWait("mill-1:9092", () -> now, time -> now = now.plus(time));

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(said);
    }

    @Test
    void itWaitsUntilTheBrokersAnswer() throws Exception {
        String made = wait.until(() -> {
            attempts.add(now);
            if (attempts.size() < 4) {
                throw silence;
            }
            assertThat(wait.awaited()).contains("mill-1:9092", "no node assigned");
            return "made";
        });

        assertThat(made).isEqualTo("made");
        assertThat(attempts).hasSize(4).doesNotHaveDuplicates();
        assertThat(wait.awaited()).isNull();
    }

    @Test
    void itSaysSoAtOnceAndThenAtGrowingIntervals() throws Exception {
        wait.until(() -> {
            if (now.isBefore(Instant.EPOCH.plus(Duration.ofHours(1)))) {
                throw new StartException("the topics cannot be looked at", silence);
            }
            return "made";
        });

        assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage)
                .allSatisfy(line -> assertThat(line).contains("waiting for Kafka at mill-1:9092"));
        // after 0, 0.5, 1.5, 3.5, 7.5, 15.5 minutes, and then every ten
        assertThat(said.list).hasSize(10);
    }

    @Test
    void whatNoWaitingHealsIsThrown() {
        for (KafkaException fault : List.of(new SaslAuthenticationException("wrong password"),
                new TopicAuthorizationException("frames"), new UnknownTopicOrPartitionException("frames"))) {
            assertThatThrownBy(() -> wait.until(() -> {
                throw fault;
            })).isSameAs(fault);
            assertThatThrownBy(() -> wait.until(() -> {
                throw new StartException("cannot be looked at", fault);
            })).isInstanceOf(StartException.class).hasCause(fault);
        }
        assertThat(said.list).isEmpty();
    }

    @Test
    void norDoOtherReasonsNotToStartPass() {
        assertThatThrownBy(() -> wait.until(() -> {
            throw new StartException("the topic was made anew", null);
        })).isInstanceOf(StartException.class).hasMessage("the topic was made anew");
    }
}
