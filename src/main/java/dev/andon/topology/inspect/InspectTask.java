package dev.andon.topology.inspect;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.andon.core.frame.Position;
import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.LastInspected;
import dev.andon.schema.state.LineSpend;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.schema.state.PendingThresholds;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.Reading;
import dev.andon.topology.state.Ledger;
import dev.andon.topology.state.LineSequences;
import dev.andon.topology.state.LineSpending;
import dev.andon.topology.state.LineStates;
import dev.andon.topology.state.LineStates.Rejection;
import dev.andon.topology.state.Precedents;
import dev.andon.topology.state.SeenFrames;
import dev.andon.topology.state.StateStores;
import dev.andon.topology.task.Task;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task from its initialisation to its end: policies, thresholds and frames in, decisions out. One thread, the task's.
 *
 * <p>Its punctuator exists only while frames are in flight, since one that runs makes the task commit even if it did
 * nothing. A commit is asked for after each batch of decisions.
 */
final class InspectTask implements Task {

    private static final Logger LOG = LoggerFactory.getLogger(InspectTask.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final InspectSettings settings;
    private final Patience patience;
    private final Publisher publisher;
    private final LineStates lines;
    private final FramesInFlight frames;
    private final Map<String, Reading> readings;

    private @Nullable Cancellable ticking;

    InspectTask(ProcessorContext<byte[], byte[]> context, InspectParts parts, InspectSettings settings,
            Patience patience) {
        KeyValueStore<String, Long> sequences = context.getStateStore(StateStores.LINE_SEQUENCE);
        KeyValueStore<String, LineState> lineStates = context.getStateStore(StateStores.LINE_STATE);
        KeyValueStore<byte[], byte[]> seen = context.getStateStore(StateStores.SEEN_FRAMES);
        KeyValueStore<Long, InFlight> inFlight = context.getStateStore(StateStores.IN_FLIGHT);
        KeyValueStore<String, LastInspected> lastInspected = context.getStateStore(StateStores.LAST_INSPECTED);
        KeyValueStore<String, LineSpend> lineSpend = context.getStateStore(StateStores.LINE_SPEND);
        Precedents precedents = new Precedents(lastInspected);
        LineSpending spending = new LineSpending(lineSpend);
        this.context = context;
        this.settings = settings;
        this.patience = patience;
        this.publisher = new Publisher(context, parts.codecs().inspections(), new LineSequences(sequences), precedents,
                spending, parts.recorder(), parts.clock(), settings);
        this.lines = new LineStates(lineStates, parts.codecs().policies(), parts.codecs().thresholds(),
                parts.clock());
        this.frames = new FramesInFlight(new Ledger(inFlight), new Admission(parts.codecs().frames(), lines,
                new SeenFrames(seen, settings.seenFramesPerLine()), precedents, settings),
                new Budgets(spending, parts.clock()), publisher, parts, settings,
                context.taskId().partition());
        this.readings = Stream.of(settings.topics().frames(), settings.topics().policies(),
                settings.topics().thresholds())
                .collect(Collectors.toMap(Function.identity(),
                        topic -> parts.expiry().open(topic, context.taskId().partition())));
        if (frames.size() > 0) {
            LOG.info("task {} goes on with {} frames from its ledger", context.taskId(), frames.size());
        }
        tickWhileFramesAreInFlight();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record without topic, partition and offset"));
        Position position = new Position(at.topic(), at.partition(), at.offset());
        reading(at.topic()).at(at.offset());
        FrameRecord raw = new FrameRecord(record.key(), record.value(), record.headers());
        if (at.topic().equals(settings.topics().policies())) {
            takePolicy(position, raw, record.timestamp());
        } else if (at.topic().equals(settings.topics().thresholds())) {
            takeThresholds(position, raw, record.timestamp());
        } else {
            frames.take(position, raw, Instant.ofEpochMilli(record.timestamp()), patience);
            settle();
        }
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.cancel();
        }
        frames.close();
        readings.values().forEach(Reading::close);
    }

    /** Other topics may be emptied by whoever made them (repartition topics are): frames could not be read again. */
    private Reading reading(String topic) {
        Reading reading = readings.get(topic);
        if (reading == null) {
            throw new TopologyException("a record of topic " + topic + ", where " + readings.keySet()
                    + " are to be read: connect the processor to topics that keep their records");
        }
        return reading;
    }

    private void takePolicy(Position position, FrameRecord raw, long timestamp) {
        ByteBuffer policy = raw.value() == null ? null : ByteBuffer.wrap(raw.value());
        lines.replace(Admission.lineKey(raw.key()), new PendingPolicy(policy, position.offset(), timestamp));
        reportRejections();
    }

    private void takeThresholds(Position position, FrameRecord raw, long timestamp) {
        ByteBuffer thresholds = raw.value() == null ? null : ByteBuffer.wrap(raw.value());
        lines.replace(Admission.lineKey(raw.key()),
                new PendingThresholds(thresholds, position.offset(), timestamp));
        reportRejections();
    }

    private void reportRejections() {
        for (Rejection rejection : lines.takeRejections()) {
            LOG.error("line {}: {}", rejection.line(), rejection.message());
            switch (rejection.kind()) {
                case POLICY -> reject(rejection, settings.topics().policies());
                case THRESHOLDS -> {
                    if (settings.scope().isLive()) {
                        reject(rejection, settings.topics().thresholds());
                    }
                }
            }
        }
    }

    private void reject(Rejection rejection, String topic) {
        publisher.deadLetter(DeadLetters.rejected(rejection, topic, context.taskId().partition()));
    }

    private void tick() {
        patience.renew();
        frames.work();
        settle();
    }

    private void settle() {
        reportRejections();
        if (frames.hasPublished() || frames.awaitsCommit()) {
            context.commit();
        }
        tickWhileFramesAreInFlight();
    }

    private void tickWhileFramesAreInFlight() {
        if (frames.size() > 0 && ticking == null) {
            ticking = context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, now -> tick());
        } else if (frames.size() == 0 && ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }
}
