package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import dev.andon.async.Bell;
import dev.andon.async.Resequencer;
import dev.andon.async.Resequencer.Released;
import dev.andon.async.Resequencer.Slot;
import dev.andon.core.frame.Position;
import dev.andon.metrics.MetricNames;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.source.Pauses;
import dev.andon.topology.source.Polling;
import dev.andon.topology.state.Ledger;
import dev.andon.topology.state.LedgerEntry;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of one task between input and output.
 *
 * <pre>
 *   open ──▶ in hand ──────────────────────┐
 *               │ no room                   ▼
 *               └────▶ parked ──read again──▶ admitted ──▶ inspected ──▶ released in line order ──▶ ledger cleared
 *   restart ──────────▶   ▲                    │             │
 *                         ├── registry away ───┘             │
 *                         └── server away, frames are held ──┘
 * </pre>
 *
 * One thread, the task's. A new object for each time the task is initialised.
 */
final class FramesInFlight implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FramesInFlight.class);

    /** Between two looks at what nobody rings for. */
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration ANY_LENGTH = Duration.ofDays(1);

    private final Resequencer<String, OpenFrame, Outcome> lines = new Resequencer<>();
    private final Ledger ledger;
    private final NewSamples samples;
    private final Admission admission;
    private final Budgets budgets;
    private final Publisher publisher;
    private final Workers workers;
    private final Parking parking;
    private final Room room;
    private final Backlog.Share share;
    private final Starts starts;
    private final WaitNotice notice = new WaitNotice();
    private final Attempting attempts;
    private final InspectParts parts;
    private final InspectSettings settings;
    private final Bell.Ear ear;
    private final Pauses.Listener pauses;

    private long arrivals;
    private boolean published;

    FramesInFlight(Ledger ledger, Admission admission, Budgets budgets, Publisher publisher, InspectParts parts,
            InspectSettings settings, int partition) {
        this.ledger = ledger;
        this.samples = new NewSamples(ledger, parts.clock());
        this.admission = admission;
        this.budgets = budgets;
        this.publisher = publisher;
        this.parts = parts;
        this.settings = settings;
        Polling polling = parts.polling().get();
        this.workers = new Workers(parts, settings, polling.bell());
        this.parking = new Parking(admission, parts, settings.parking(), polling.isHeard());
        this.room = new Room(parts.window(), settings.maxImageBytes(), settings.attempts());
        this.starts = new Starts(lines, parking, budgets, room, parts.clock());
        this.attempts = new Attempting(workers, ledger, parts, settings, partition);
        this.share = parts.backlog().open();
        ledger.entries().forEach(entry -> open(new OpenFrame(attempts.found(entry), parts.clock().instant())));
        tell(false);
        this.ear = polling.bell().listen(this::longestWait);
        this.pauses = polling.pauses().listen(new TopicPartition(settings.topics().frames(), partition),
                () -> parking.hasEnough(lines.unstarted()));
    }

    /** Frames that are not yet decided. */
    int size() {
        return lines.size();
    }

    /**
     * Takes a new record in and starts it, waiting for room within the patience of the thread, or parks it. One that is none of
     * the application's is not even kept in the ledger.
     */
    void take(Position position, FrameRecord record, Instant receivedAt, Patience patience) {
        if (admission.passesOver(position, record)) {
            return;
        }
        LedgerEntry entry = LedgerEntry.fresh(position, Admission.lineKey(record.key()), record.size(), record.crc(),
                receivedAt);
        if (ledger.holds(entry)) {
            LOG.warn("{} came again while it is in flight: were offsets set back?", position);
            return;
        }
        ledger.put(entry);
        OpenFrame frame = new OpenFrame(entry, parts.clock().instant(), record);
        Slot<String, OpenFrame, Outcome> slot = open(frame);
        work();
        while (!slot.isStarted() && !attempts.areEnding() && parking.slowsReading(lines.unstarted())
                && !patience.isExhausted()
                && !attempts.awaitsCommit()) {
            Completion news = workers.poll(patience);
            if (news != null) {
                on(news);
            }
            work();
        }
        if (!slot.isStarted()) {
            frame.park();
        }
    }

    /** Hears the workers, lets out what is due and starts what there is room for. */
    void work() {
        hear();
        boolean ending = attempts.areEnding();
        if (ending) {
            attempts.end(lines.items());
        } else {
            attempts.work();
            starts.startWhatFits(this::start);
            hear();
        }
        samples.keep(ending || published || awaitsCommit());
        ledger.flush();
        tell(ending);
    }

    /** Whether anything was published since this was asked last. */
    boolean hasPublished() {
        boolean answer = published;
        published = false;
        return answer;
    }

    /** Whether work waits for a commit. */
    boolean awaitsCommit() {
        return attempts.awaitsCommit();
    }

    /** Interrupts the workers; the ledger keeps what they were at. */
    @Override
    public void close() {
        ear.close();
        pauses.close();
        workers.close();
        attempts.close();
        room.close();
        parts.backlog().close(share);
        lines.items().forEach(OpenFrame::leave);
        parts.open().addAndGet(-lines.size());
    }

    /** How long its thread may wait for new records. Nobody rings for room, commits and pauses that are over. */
    private Duration longestWait() {
        if (lines.size() == 0) {
            return ANY_LENGTH;
        }
        if (workers.haveNews()) {
            return settings.tick();
        }
        return lines.unstarted() > 0 || awaitsCommit() ? LOOK : ANY_LENGTH;
    }

    private Slot<String, OpenFrame, Outcome> open(OpenFrame frame) {
        parts.open().incrementAndGet();
        return lines.append(frame.entry().lineKey(), arrivals++, frame);
    }

    private void tell(boolean ending) {
        OpenFrame oldest = lines.oldest();
        share.update(lines.unstarted(), oldest == null ? null : oldest.takenAt());
        attempts.tell(lines.size(), ending);
    }

    private void start(Slot<String, OpenFrame, Outcome> slot, @Nullable Unasked unasked) {
        slot.item().unasked(unasked);
        lines.starting(slot);
        FrameRecord inHand = slot.item().inHand();
        if (inHand != null) {
            admit(slot, inHand);
            return;
        }
        workers.reread(slot);
    }

    private void hear() {
        for (Completion news = workers.poll(); news != null; news = workers.poll()) {
            on(news);
        }
    }

    private void on(Completion news) {
        switch (news) {
            case Completion.Reread _ when attempts.areEnding() -> {
            }
            case Completion.Reread(var slot, FrameSource.Read.Found(FrameRecord record)) -> admit(slot, record);
            case Completion.Reread(var slot, FrameSource.Read.Gone(String detail)) ->
                admission.lost(slot.item().entry(), detail)
                        .ifPresentOrElse(dossier -> inspect(slot, dossier), () -> drop(slot));
            case Completion.Reread(var slot, FrameSource.Read.Failed(String detail)) -> postpone(slot, detail);
            case Completion.Sampled(var slot, String recipeHash, var sample) -> {
                slot.item().keep(recipeHash, sample);
                samples.of(slot.item());
            }
            case Completion.Unanswered(var slot) -> {
                attempts.workOver(slot.item());
                budgets.withdraw(slot.item());
                lines.withdrawn(slot);
                slot.item().attemptOver();
                samples.forget(slot.item());
                ledger.put(slot.item().entry());
                slot.item().postponeUntil(parts.clock().instant().plus(settings.retryPause()));
            }
            case Completion.Interrupted(var slot) -> attempts.workOver(slot.item());
            case Completion.TopicEnd(OptionalLong end) -> attempts.endIs(end);
            case Completion.Inspected(var slot, var decided) -> {
                attempts.workOver(slot.item());
                finish(slot, decided);
            }
        }
    }

    private void admit(Slot<String, OpenFrame, Outcome> slot, FrameRecord record) {
        OpenFrame frame = slot.item();
        frame.trace(TraceHeaders.of(record.headers()));
        switch (admission.admit(frame.entry(), record)) {
            case Admission.Verdict.Admitted(Dossier dossier) -> {
                notice.goesOn();
                inspectOrWaitOn(slot, dossier);
            }
            case Admission.Verdict.NotNow(String detail) -> postpone(slot, detail);
            case Admission.Verdict.Repeated ignored -> {
                parts.recorder().count(MetricNames.FRAMES_DUPLICATE);
                drop(slot);
            }
            case Admission.Verdict.PassedOver ignored -> drop(slot);
            case Admission.Verdict.Undecodable why -> {
                LOG.warn("{} is no frame and goes to the dead letters: {}", frame.entry().position(), why.message());
                publisher.deadLetter(DeadLetters.frame(frame.entry(), record, why));
                published = true;
                drop(slot);
            }
        }
        frame.park();
    }

    /**
     * Only now is it known which recipe is its own, where another one of its line may have a shorter time limit or take more
     * calls, and how large its image is.
     */
    private void inspectOrWaitOn(Slot<String, OpenFrame, Outcome> slot, Dossier dossier) {
        OpenFrame frame = slot.item();
        if (mayBeAskedYet(frame, dossier)) {
            frame.leave();
            lines.postponed(slot);
            return;
        }
        if (!room.growFor(dossier, frame, lines.isOldest(slot))) {
            lines.postponed(slot);
            return;
        }
        if (frame.unasked() instanceof Unasked.Shed) {
            parts.recorder().count(MetricNames.FRAMES_SHED);
        }
        begin(slot, dossier);
    }

    private boolean mayBeAskedYet(OpenFrame frame, Dossier dossier) {
        return switch (frame.unasked()) {
            case Unasked.Expired _ -> parking.mayWaitOn(frame, dossier, parts.clock().instant());
            case Unasked.OverBudget _ when dossier.basis() != null -> {
                frame.unasked(budgets.refusal(frame, dossier));
                yield frame.unasked() == null;
            }
            case null, default -> false;
        };
    }

    private void begin(Slot<String, OpenFrame, Outcome> slot, Dossier dossier) {
        OpenFrame frame = slot.item();
        lines.started(slot);
        if (attempts.isOver(frame)) {
            finish(slot, attempts.condemn(dossier));
            return;
        }
        if (frame.unasked() == null) {
            frame.unasked(budgets.claim(frame, dossier));
        }
        attempts.begin(slot, dossier);
    }

    private void inspect(Slot<String, OpenFrame, Outcome> slot, Dossier dossier) {
        lines.started(slot);
        workers.inspect(slot, dossier);
    }

    private void postpone(Slot<String, OpenFrame, Outcome> slot, String detail) {
        notice.waits(slot.item().entry().position(), detail);
        lines.postponed(slot);
        slot.item().postponeUntil(parts.clock().instant().plus(settings.retryPause()));
    }

    /** A dropped frame is done with at once: after a restart it must not be dropped, or lettered, again. */
    private void drop(Slot<String, OpenFrame, Outcome> slot) {
        samples.forget(slot.item());
        ledger.remove(slot.item().entry());
        lines.started(slot);
        finish(slot, new Outcome.Nothing());
    }

    private void finish(Slot<String, OpenFrame, Outcome> slot, Outcome outcome) {
        slot.item().workDone();
        if (outcome instanceof Outcome.Decided decided) {
            budgets.settle(slot.item(), decided.spent());
        }
        for (Released<OpenFrame, Outcome> released : lines.done(slot, outcome)) {
            OpenFrame frame = released.item();
            if (released.result() instanceof Outcome.Decided decided) {
                publisher.publish(decided, frame.trace());
                budgets.written(frame);
                ledger.remove(frame.entry());
                published = true;
            }
            samples.forget(frame);
            frame.leave();
            parts.open().decrementAndGet();
        }
    }
}
