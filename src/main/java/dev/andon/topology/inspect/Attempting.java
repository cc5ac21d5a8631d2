package dev.andon.topology.inspect;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import dev.andon.async.Resequencer.Slot;
import dev.andon.core.decision.Findings.Problem;
import dev.andon.core.decision.Reason;
import dev.andon.topology.state.Ledger;
import dev.andon.topology.state.LedgerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attempts at the frames of one task: each is counted in the ledger before it begins, and a frame that has had all of
 * them is held untouched. Before the process ends in order those are withdrawn whose work has ended or not begun: only
 * work that does not let itself be interrupted remains under suspicion. One thread, the task's.
 */
final class Attempting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Attempting.class);

    private final Workers workers;
    private final Ledger ledger;
    private final StartGate gate;
    private final InspectParts parts;
    private final InspectSettings settings;
    private final int partition;
    private final Set<OpenFrame> underWay = new HashSet<>();
    private final Ending.Share share;

    private Instant askForEndAt = Instant.MIN;

    Attempting(Workers workers, Ledger ledger, InspectParts parts, InspectSettings settings, int partition) {
        this.workers = workers;
        this.ledger = ledger;
        this.parts = parts;
        this.settings = settings;
        this.partition = partition;
        this.gate = new StartGate(parts.commits());
        this.share = parts.ending().open();
        askForEnd();
    }

    /** What a frame is charged with that was found in the ledger. */
    LedgerEntry found(LedgerEntry entry) {
        return entry.withAttempts(entry.attempts().foundBy(parts.process()));
    }

    /** Begins what was held back and may begin now. */
    void work() {
        askForEnd();
        for (StartGate.Held held = gate.next(); held != null; held = gate.next()) {
            inspect(held.slot(), held.dossier());
        }
    }

    private void inspect(Slot<String, OpenFrame, Outcome> slot, Dossier dossier) {
        underWay.add(slot.item());
        workers.inspect(slot, dossier);
    }

    /** The work of an attempt has ended, in whatever way. */
    void workOver(OpenFrame frame) {
        underWay.remove(frame);
    }

    /** Whether the process is about to end, so that nothing may begin any more. */
    boolean areEnding() {
        return parts.ending().isNear();
    }

    /** Interrupts the work, and withdraws the attempts at all of these frames but those whose work still goes on. */
    void end(List<OpenFrame> frames) {
        workers.interrupt();
        for (OpenFrame frame : frames) {
            if (parts.process().equals(frame.entry().attempts().worker()) && !underWay.contains(frame)) {
                frame.attemptOver();
                ledger.put(frame.entry());
            }
        }
    }

    /**
     * @param frames that are in flight after all that was done
     * @param ended  whether {@link #end} has been called
     */
    void tell(int frames, boolean ended) {
        share.prepared(frames == 0 || (ended && underWay.isEmpty()));
    }

    @Override
    public void close() {
        parts.ending().close(share);
    }

    /** Whether work waits for a commit. */
    boolean awaitsCommit() {
        return gate.isHolding();
    }

    /** Hears how far the topic reached. */
    void endIs(OptionalLong end) {
        end.ifPresent(gate::endsAt);
        askForEndAt = end.isPresent() ? Instant.MAX : parts.clock().instant().plus(settings.retryPause());
    }

    /** Whether a frame has had all its attempts. */
    boolean isOver(OpenFrame frame) {
        return frame.entry().attempts().count() >= settings.attempts();
    }

    /** Counts an attempt, and begins it as soon as its count is safe. */
    void begin(Slot<String, OpenFrame, Outcome> slot, Dossier dossier) {
        OpenFrame frame = slot.item();
        frame.attempt(parts.process());
        ledger.put(frame.entry());
        if (gate.isFor(frame.entry().position())) {
            gate.hold(slot, dossier);
        } else {
            inspect(slot, dossier);
        }
    }

    /** The decision on a frame that has had all its attempts. */
    Outcome condemn(Dossier dossier) {
        Problem poison = new Problem(Reason.POISON_FRAME, "the process died " + settings.attempts()
                + " times while this frame was inspected, the last time while no other was; it is not touched again");
        LOG.error("{}: {}", dossier.position(), poison.detail());
        return workers.untouched(dossier.withProblem(poison));
    }

    private void askForEnd() {
        if (!askForEndAt.isAfter(parts.clock().instant())) {
            askForEndAt = Instant.MAX;
            workers.askForEnd(settings.topics().frames(), partition);
        }
    }
}
