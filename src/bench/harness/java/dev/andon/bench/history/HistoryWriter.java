package dev.andon.bench.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import dev.andon.app.Wiring;
import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.bench.plant.Cluster;
import dev.andon.config.AndonConfig;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.LineId;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes decisions and reviews to the topics that the applications write them to. One thread. */
final class HistoryWriter implements AutoCloseable {

    private final TopicsConfig topics;
    private final Codecs codecs;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    HistoryWriter(AndonConfig config) throws IOException {
        topics = config.topics();
        codecs = Wiring.codecs(config);
        Preparation prepared = codecs.prepare(TopicSchemas.all(topics), false);
        if (!(prepared instanceof Preparation.Ready)) {
            throw new IOException("the schemas are not registered: " + prepared);
        }
        producer = Cluster.producer(config);
    }

    /** Writes so many frames and waits until the broker has them. */
    Written write(Past past, long frames) throws IOException, InterruptedException {
        long held = 0;
        long copies = 0;
        long reviews = 0;
        for (long i = 0; i < frames; i++) {
            PastFrame frame = past.next();
            Inspection inspection = frame.inspection();
            boolean copied = inspection.decision().auditCopy();
            held += frame.isHeld() ? 1 : 0;
            copies += copied ? 1 : 0;
            reviews += frame.isJudged() ? 1 : 0;
            send(frame.isHeld() ? topics.humanReview() : topics.accepted(), inspection, codecs.inspections(),
                    inspection.line());
            if (copied) {
                send(topics.humanReview(), inspection.forAudit(), codecs.inspections(), inspection.line());
            }
            if (frame.isJudged()) {
                send(topics.reviewed(), frame.reviewed(), codecs.reviewed(), inspection.line());
            }
        }
        producer.flush();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IOException("a record is not written", failed);
        }
        return new Written(frames, held, copies, reviews);
    }

    private <T> void send(String topic, T value, Codec<T> codec, LineId line) {
        var _ = producer.send(
                new ProducerRecord<>(topic, line.value().getBytes(StandardCharsets.UTF_8), codec.encode(value)),
                (_, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
    }

    @Override
    public void close() {
        producer.close();
        codecs.close();
    }
}
