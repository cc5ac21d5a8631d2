package dev.andon.topology.review;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import dev.andon.avro.Codecs;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Verdict;
import dev.andon.schema.state.EarlyVerdict;
import dev.andon.topology.state.Cases;
import dev.andon.topology.state.EarlyVerdicts;
import dev.andon.topology.state.Lessons;
import dev.andon.topology.state.OpenReviews;
import dev.andon.topology.state.RawBytes;
import dev.andon.topology.state.ReviewStores;
import dev.andon.topology.task.Task;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * One task from its initialisation to its end: decisions, verdicts and policies in, reviewed decisions and thresholds out.
 * One thread, the task's.
 */
final class ReviewTask implements Task {

    /** Between two times of forgetting reviews that nobody has made. */
    private static final Duration CLEANING = Duration.ofHours(1);

    /** Bytes of a verdict: all on one inspection have to fit in one record. */
    private static final int LARGEST_VERDICT = 16_000;

    private final ProcessorContext<byte[], byte[]> context;
    private final Codecs codecs;
    private final ReviewParts parts;
    private final ReviewSettings settings;
    private final ReviewPublisher publisher;
    private final Intake intake;
    private final LineRules rules;
    private final LineLearning learning;
    private final OpenReviews open;
    private final EarlyVerdicts early;
    private final Docket docket;
    private final TaskTime time;
    private final Cancellable ticking;
    private final Instant started;
    private Instant cleaned = Instant.MIN;
    private int shownOpen;

    ReviewTask(ProcessorContext<byte[], byte[]> context, ReviewParts parts, ReviewSettings settings) {
        this.context = context;
        this.codecs = parts.codecs();
        this.parts = parts;
        this.settings = settings;
        this.publisher = new ReviewPublisher(context, parts, settings.maxDeadLetterBytes());
        this.intake = new Intake(publisher);
        this.rules = new LineRules(context.getStateStore(ReviewStores.RULES), codecs.policies());
        this.learning = new LineLearning(new Lessons(context.getStateStore(ReviewStores.LESSONS),
                context.getStateStore(ReviewStores.EVIDENCE)), publisher, parts.gauges());
        this.open = new OpenReviews(context.getStateStore(ReviewStores.OPEN_REVIEWS));
        this.early = new EarlyVerdicts(context.getStateStore(ReviewStores.EARLY_VERDICTS));
        this.docket = new Docket(new Cases(context.getStateStore(ReviewStores.CASES), settings.remember()), open,
                rules, learning, publisher);
        this.time = new TaskTime(parts.clock());
        this.started = now();
        this.ticking = context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, now -> tick());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record without topic, partition and offset"));
        Came came = Came.of(record, new Position(at.topic(), at.partition(), at.offset()));
        time.read(Instant.ofEpochMilli(record.timestamp()));
        if (at.topic().equals(settings.topics().verdicts())) {
            intake.read(codecs.verdicts(), came).ifPresent(verdict -> judge(verdict, came));
        } else if (at.topic().equals(settings.topics().linePolicies())) {
            rule(came);
        } else {
            intake.read(codecs.inspections(), came).ifPresent(inspection -> enter(inspection, came));
        }
        settle();
    }

    @Override
    public void close() {
        ticking.cancel();
        parts.gauges().opened(-shownOpen);
    }

    private void enter(Inspection inspection, Came came) {
        docket.enter(Facts.inspected(inspection, came.position()), time.now());
        for (EarlyVerdict waiting : early.take(inspection.line(), inspection.id())) {
            Came verdict = cameBefore(waiting);
            intake.read(codecs.verdicts(), verdict).ifPresent(it -> hear(it, verdict));
        }
    }

    private void judge(Verdict verdict, Came came) {
        if (came.line().filter(verdict.line()::equals).isEmpty()) {
            refuse(came, "lineId is " + verdict.line()
                    + " and the key of the record is another: write the line id in UTF-8 as the key");
        } else if (came.bytes().length > LARGEST_VERDICT) {
            refuse(came, "the verdict has " + came.bytes().length + " bytes, at most " + LARGEST_VERDICT
                    + " are allowed: shorten its comment");
        } else {
            hear(verdict, came);
        }
    }

    private void hear(Verdict verdict, Came came) {
        switch (docket.judge(verdict, time.now())) {
            case HEARD -> {
            }
            case UNKNOWN_INSPECTION -> early.keep(verdict.id(), new EarlyVerdict(verdict.line().value(),
                    verdict.inspectionId(), ByteBuffer.wrap(came.bytes()), came.position().offset(), came.timestamp(),
                    now().toEpochMilli()));
            case TOO_MANY -> refuse(came, "inspection " + verdict.inspectionId() + " has " + Docket.MOST_VERDICTS
                    + " verdicts already: does a program send the same ones under new ids?");
        }
    }

    private void refuse(Came came, String message) {
        publisher.deadLetter(came.letter(IllegalArgumentException.class.getName(), message, ""));
    }

    private void rule(Came came) {
        came.line().filter(line -> rules.replace(line, came.value()))
                .ifPresent(line -> learning.ruled(line, rules.of(line),
                        Instant.ofEpochMilli(came.timestamp())));
    }

    private void tick() {
        learning.tick(time.now());
        giveUpVerdicts();
        if (now().isAfter(cleaned.plus(CLEANING))) {
            open.forget(now().minus(settings.remember()));
            cleaned = now();
        }
        settle();
    }

    /** Not before this task has had that time: what they wait for came, perhaps, while it was away, and is read now. */
    private void giveUpVerdicts() {
        Instant before = now().minus(settings.patience());
        if (before.isBefore(started)) {
            return;
        }
        for (EarlyVerdict waited : early.takeThoseSince(before)) {
            refuse(cameBefore(waited), "there is no inspection " + waited.getInspectionId() + " on line "
                    + waited.getLineId() + ", or it was decided more than " + settings.remember().toDays()
                    + " days ago (review.remember): look its id up with 'andon tail human-review' or 'andon tail"
                    + " accepted'");
        }
    }

    /** Thresholds are committed at once: frames are decided by those before until then. */
    private void settle() {
        if (learning.settle()) {
            context.commit();
        }
        parts.gauges().opened(open.count() - shownOpen);
        shownOpen = open.count();
    }

    private Came cameBefore(EarlyVerdict verdict) {
        return new Came(verdict.getLineId().getBytes(StandardCharsets.UTF_8),
                RawBytes.copy(verdict.getVerdict()), new RecordHeaders(),
                new Position(settings.topics().verdicts(), context.taskId().partition(), verdict.getOffset()),
                verdict.getReceivedAt());
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
