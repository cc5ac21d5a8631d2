package dev.andon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RenewedProducerTest {

    private static final byte[] VALUE = {1};

    private final List<MockProducer<byte[], byte[]>> made = new ArrayList<>();
    private final List<@Nullable Exception> heard = new ArrayList<>();
    private @Nullable KafkaException noMore;
    private Instant now = Instant.EPOCH;
    private final RenewedProducer producer = new RenewedProducer(() -> {
        if (noMore != null) {
            throw noMore;
        }
        made.add(new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()));
        return made.getLast();
    }, () -> now);

    static List<RuntimeException> lasting() {
        return List.of(new ClusterAuthorizationException("no"), new SaslAuthenticationException("no"),
                new ProducerFencedException("no"), new KafkaException("in an error state"));
    }

    static List<RuntimeException> others() {
        return List.of(new TimeoutException("away"), new RecordTooLargeException("too large"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void afterAFailureThatLastsAFreshOneSends(RuntimeException failure) {
        fail(failure);

        send();
        made.getLast().completeNext();

        assertThat(made).hasSize(2);
        assertThat(made.getFirst().closed()).isTrue();
        assertThat(made.getLast().history()).hasSize(1);
        assertThat(heard).containsExactly(failure, null);
    }

    @ParameterizedTest
    @MethodSource("others")
    void afterOthersItIsTheSame(RuntimeException failure) {
        fail(failure);

        send();

        assertThat(made).hasSize(1);
        assertThat(heard).containsExactly(failure);
    }

    @Test
    void whatItThrowsCountsLikewise() {
        made.getFirst().sendException = new ProducerFencedException("no");
        now = now.plus(RenewedProducer.LEAST_AGE);
        assertThatThrownBy(this::send).isInstanceOf(ProducerFencedException.class);

        send();

        assertThat(made).hasSize(2);
    }

    @Test
    void anInterruptedThreadIsNoFailureOfTheProducer() {
        made.getFirst().sendException = new InterruptException("it is to end");
        now = now.plus(RenewedProducer.LEAST_AGE);
        assertThatThrownBy(this::send).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        made.getFirst().sendException = null;

        send();

        assertThat(made).hasSize(1);
    }

    @Test
    void aFreshOneIsNotReplacedAtOnceSinceThatDidNotHelp() {
        fail(new ClusterAuthorizationException("no"));
        send();
        now = now.plus(RenewedProducer.LEAST_AGE).minus(Duration.ofMillis(1));
        made.getLast().errorNext(new ClusterAuthorizationException("no"));

        send();
        assertThat(made).hasSize(2);
        now = now.plusMillis(1);
        made.getLast().errorNext(new ClusterAuthorizationException("no"));
        send();

        assertThat(made).hasSize(3);
    }

    @Test
    void whatTheOldOneSaysLaterIsNoFailureOfTheFreshOne() {
        send();
        fail(new ClusterAuthorizationException("no"));
        send();
        now = now.plus(RenewedProducer.LEAST_AGE);

        made.getFirst().errorNext(new KafkaException("closed forcefully"));
        send();

        assertThat(made).hasSize(2);
        assertThat(made.getLast().history()).hasSize(2);
    }

    @Test
    void whereNoneCanBeMadeThatIsToldAndTriedAgain() {
        fail(new ClusterAuthorizationException("no"));
        noMore = new KafkaException("no resolvable bootstrap urls");
        assertThatThrownBy(this::send).isSameAs(noMore);
        noMore = null;

        send();

        assertThat(made).hasSize(2);
    }

    @Test
    void onceClosedNoneIsMade() {
        fail(new ClusterAuthorizationException("no"));
        producer.close(Duration.ZERO);

        assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);

        assertThat(made).hasSize(1);
        assertThat(made.getFirst().closed()).isTrue();
    }

    /** The record that was sent last fails, when the producer has been there for long enough. */
    private void fail(RuntimeException failure) {
        now = now.plus(RenewedProducer.LEAST_AGE);
        send();
        made.getLast().errorNext(failure);
    }

    private void send() {
        producer.send(new ProducerRecord<>("frames", VALUE), (_, failure) -> heard.add(failure));
    }
}
