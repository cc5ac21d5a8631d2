package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.andon.avro.Codec;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.LineId;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import dev.andon.topology.letters.NewLetter;
import dev.andon.topology.state.LineSequences;
import dev.andon.topology.state.LineSpending;
import dev.andon.topology.state.Precedents;
import dev.andon.topology.state.Spent;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers decisions and sends them on, within the transaction of its task. Records are stamped with the time of the
 * decision, or of the letter: by that of the frame, retention could delete them at once. One thread.
 */
final class Publisher {

    /** The sinks of the topology. */
    static final String ACCEPTED = "accepted";
    static final String HUMAN_REVIEW = "human-review";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final Codec<Inspection> codec;
    private final LineSequences sequences;
    private final Precedents precedents;
    private final LineSpending spending;
    private final Recorder recorder;
    private final InstantSource clock;
    private final InspectSettings settings;

    Publisher(ProcessorContext<byte[], byte[]> context, Codec<Inspection> codec, LineSequences sequences,
            Precedents precedents, LineSpending spending, Recorder recorder, InstantSource clock,
            InspectSettings settings) {
        this.context = context;
        this.codec = codec;
        this.sequences = sequences;
        this.precedents = precedents;
        this.spending = spending;
        this.recorder = recorder;
        this.clock = clock;
        this.settings = settings;
    }

    /** Publishes a decision, and its audit copy if there is one, and keeps what it leaves behind. */
    void publish(Outcome.Decided decided, List<Header> trace) {
        Inspection inspection = decided.inspection()
                .numbered(decided.inSequence() ? sequences.next(decided.inspection().line()) : null);
        boolean live = settings.scope().isLive();
        if (inspection.decision().route() == Route.ACCEPTED) {
            send(inspection.forMachines(), trace, ACCEPTED);
            if (live && inspection.decision().auditCopy()) {
                send(inspection.forAudit(), trace, HUMAN_REVIEW);
            }
        } else {
            send(live ? inspection : inspection.forMachines(), trace, HUMAN_REVIEW);
        }
        if (decided.precedent() != null) {
            precedents.put(inspection.line(), decided.precedent());
        }
        spend(inspection.line(), decided.spent());
        if (inspection.asking().reuse() != null) {
            recorder.count(MetricNames.FRAMES_REUSED);
        }
        var reason = inspection.decision().reason();
        recorder.count(MetricNames.FRAMES_DECIDED, "route", inspection.decision().route().name(), "reason",
                reason == null ? "" : reason.name());
    }

    private void spend(LineId line, Spent spent) {
        if (!spent.equals(Spent.NOTHING)) {
            spending.add(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), line.value(), spent);
            recorder.add(MetricNames.LINE_CALLS, (double) spent.calls(), "line", line.value());
            recorder.add(MetricNames.LINE_TOKENS, (double) spent.tokens(), "line", line.value());
        }
    }

    /** Sends a record that could not be read to the dead letters. */
    void deadLetter(Record<byte[], byte[]> record) {
        Record<byte[], byte[]> letter = NewLetter.within(settings.maxDeadLetterBytes(), record);
        context.forward(letter.withTimestamp(Math.max(0, clock.millis())), DEAD_LETTERS);
        recorder.count(MetricNames.DEAD_LETTERS);
    }

    private void send(Inspection inspection, List<Header> trace, String sink) {
        byte[] key = inspection.line().value().getBytes(StandardCharsets.UTF_8);
        long timestamp = Math.max(0, inspection.times().decided().toEpochMilli());
        context.forward(new Record<>(key, encode(inspection), timestamp, new RecordHeaders(trace)), sink);
    }

    private byte[] encode(Inspection inspection) {
        byte[] value = codec.encode(inspection);
        if (value.length <= settings.maxRecordBytes() || inspection.imageBytes() == null) {
            return value;
        }
        LOG.warn("inspection {} has {} bytes, above the limit of {}: its image goes by reference", inspection.id(),
                value.length, settings.maxRecordBytes());
        return codec.encode(inspection.withoutImage());
    }
}
