package dev.andon.topology;

import java.util.Optional;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** One of the applications, once it has started. Any thread. */
public interface Application extends AutoCloseable {

    /** What it does, in one word. */
    String name();

    /** The state of the stream processor; {@code RUNNING} can mean that it has no partitions. */
    KafkaStreams.State state();

    /** Why it cannot go on, and what to do, in one line; null while it can. */
    @Nullable
    String incurable();

    /** What expired within the last hour before it was read; empty if nothing did. */
    Optional<String> expiredLately();

    /** The metrics of the stream processor and of its clients, to be bound and closed by whoever asked for them. */
    KafkaStreamsMetrics metrics();

    /** Ends it and leaves the group, so that others take over at once. */
    @Override
    void close();
}
