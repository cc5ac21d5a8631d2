package dev.andon.topology.review;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

import dev.andon.avro.Codecs;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Reviewed;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import dev.andon.topology.letters.NewLetter;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends on what came of the records, within the transaction of its task, stamped with the present time. One thread. */
final class ReviewPublisher {

    /** The sinks of the topology. */
    static final String REVIEWED = "reviewed";
    static final String THRESHOLDS = "thresholds";
    static final String CHANGES = "threshold-changes";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(ReviewPublisher.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final Codecs codecs;
    private final Recorder recorder;
    private final InstantSource clock;
    private final long maxDeadLetterBytes;

    ReviewPublisher(ProcessorContext<byte[], byte[]> context, ReviewParts parts, long maxDeadLetterBytes) {
        this.context = context;
        this.codecs = parts.codecs();
        this.recorder = parts.recorder();
        this.clock = parts.clock();
        this.maxDeadLetterBytes = maxDeadLetterBytes;
    }

    void reviewed(Reviewed reviewed) {
        send(reviewed.inspected().subject().line(), codecs.reviewed().encode(reviewed), REVIEWED);
        recorder.count(MetricNames.VERDICTS, "result", reviewed.finalResult().name(), "basis",
                reviewed.verdicts().getLast().basis().name());
        if (reviewed.overruled()) {
            recorder.count(MetricNames.VERDICTS_OVERRULING);
        }
    }

    void thresholds(LineThresholds thresholds) {
        send(thresholds.line(), codecs.thresholds().encode(thresholds), THRESHOLDS);
    }

    void changed(ThresholdChange change) {
        send(change.line(), codecs.thresholdChanges().encode(change), CHANGES);
        recorder.count(MetricNames.THRESHOLD_CHANGES, "cause", change.cause());
        LOG.atInfo().addKeyValue("line", change.line()).addKeyValue("recipe", change.recipe().id())
                .addKeyValue("old", change.oldValue()).addKeyValue("new", change.newValue())
                .addKeyValue("cause", change.cause()).log("threshold changed: {}", change.evidence());
    }

    void deadLetter(NewLetter letter) {
        LOG.error("{}: {}", letter.position(), letter.message());
        Record<byte[], byte[]> record = NewLetter.within(maxDeadLetterBytes, letter.asRecord());
        context.forward(record.withTimestamp(now()), DEAD_LETTERS);
        recorder.count(MetricNames.DEAD_LETTERS);
    }

    private void send(LineId line, byte[] value, String sink) {
        context.forward(new Record<>(line.value().getBytes(StandardCharsets.UTF_8), value, now()), sink);
    }

    private long now() {
        return Math.max(0, clock.millis());
    }
}
