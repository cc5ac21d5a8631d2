package dev.andon.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream processor that runs: what follows when its threads fail, and its end. Any thread. */
final class StreamsProcess {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsProcess.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    /** Between the failure of a stream thread and its replacement. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofMinutes(2);

    private final KafkaStreams streams;
    private final ThreadFailures failures;
    private final CountDownLatch closing;

    private StreamsProcess(KafkaStreams streams, ThreadFailures failures, CountDownLatch closing) {
        this.streams = streams;
        this.failures = failures;
        this.closing = closing;
    }

    static StreamsProcess start(Topology topology, Map<String, Object> settings, KafkaClientSupplier clients) {
        Properties properties = new Properties();
        properties.putAll(settings);
        KafkaStreams streams = new KafkaStreams(topology, properties, clients);
        CountDownLatch closing = new CountDownLatch(1);
        ThreadFailures failures = new ThreadFailures(new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE, HEALTHY),
                InstantSource.system(), pause -> !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        streams.setUncaughtExceptionHandler(failures);
        streams.start();
        return new StreamsProcess(streams, failures, closing);
    }

    KafkaStreams.State state() {
        return streams.state();
    }

    @Nullable
    String incurable() {
        return failures.incurable();
    }

    KafkaStreamsMetrics metrics() {
        return new KafkaStreamsMetrics(streams);
    }

    /** From here on, no thread that fails is replaced. */
    void announceEnd() {
        closing.countDown();
    }

    void close() {
        announceEnd();
        boolean closed = streams.close(CloseOptions
                .groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
        if (!closed) {
            LOG.warn("the stream threads did not end within {} s", CLOSE_TIMEOUT.toSeconds());
        }
    }
}
