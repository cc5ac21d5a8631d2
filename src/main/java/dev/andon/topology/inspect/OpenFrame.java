package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.andon.async.InFlightWindow;
import dev.andon.async.InFlightWindow.Pass;
import dev.andon.async.InFlightWindow.Reservation;
import dev.andon.core.sampling.Sample;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.state.LedgerEntry;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A frame between its topic and its decision, as its task keeps it in memory. One thread: the task's. */
final class OpenFrame {

    private final Instant takenAt;
    private final SecondChance chance = new SecondChance();
    private LedgerEntry entry;
    private @Nullable FrameRecord inHand;
    private @Nullable Pass pass;
    private long bytesBeside;
    private @Nullable Duration timeLimit;
    private @Nullable Unasked unasked;
    private @Nullable Reservation reservation;
    private Instant notBefore = Instant.MIN;
    private List<Header> trace = List.of();

    /** A frame of which only the pointer is there. */
    OpenFrame(LedgerEntry entry, Instant takenAt) {
        this.entry = entry;
        this.takenAt = takenAt;
    }

    /** A frame whose record has just come. */
    OpenFrame(LedgerEntry entry, Instant takenAt, FrameRecord record) {
        this(entry, takenAt);
        this.inHand = record;
    }

    LedgerEntry entry() {
        return entry;
    }

    /** Bytes that it takes in memory, as far as is known: its record, and its image where that is beside it. */
    long bytes() {
        return entry.size() + bytesBeside;
    }

    /** Its image takes so many bytes beside its record; gives how many more that are than was known. */
    long needs(long beside) {
        long more = beside - bytesBeside;
        bytesBeside = beside;
        return more;
    }

    /** When the task took it, from its topic or from the ledger. */
    Instant takenAt() {
        return takenAt;
    }

    /** The time limit of its recipe; null while that is not known. */
    @Nullable
    Duration timeLimit() {
        return timeLimit;
    }

    void timeLimit(Duration ofItsRecipe) {
        timeLimit = ofItsRecipe;
    }

    /** Why it is decided without asking; null where the model is to be asked. */
    @Nullable
    Unasked unasked() {
        return unasked;
    }

    void unasked(@Nullable Unasked why) {
        unasked = why;
    }

    /** To wait for the server once more. */
    SecondChance chance() {
        return chance;
    }

    /** The record, while it is kept. */
    @Nullable
    FrameRecord inHand() {
        return inHand;
    }

    /** Drops the record: from now on there is only the pointer. */
    void park() {
        inHand = null;
    }

    /** Not to be started before this instant. */
    Instant notBefore() {
        return notBefore;
    }

    void postponeUntil(Instant instant) {
        notBefore = instant;
        park();
        leave();
    }

    void enter(Pass granted) {
        pass = granted;
    }

    /** Work on this frame wants to be alone, from now until it ends or is put off. */
    Reservation reserve(InFlightWindow window) {
        if (reservation == null) {
            reservation = window.reserve();
        }
        return reservation;
    }

    /** The work on this frame is over, though the frame may have to wait for its turn. */
    void workDone() {
        pass().releaseItem();
        unreserve();
    }

    /** It need not be alone any more. */
    void unreserve() {
        if (reservation != null) {
            reservation.release();
            reservation = null;
        }
    }

    Pass pass() {
        if (pass == null) {
            throw new IllegalStateException(entry.position() + " has not entered");
        }
        return pass;
    }

    /** Gives back what it holds of the window. */
    void leave() {
        unreserve();
        if (pass != null) {
            pass.release();
            pass = null;
        }
    }

    /** An attempt is about to begin. */
    void attempt(String process) {
        entry = entry.withAttempts(entry.attempts().begun(process));
    }

    /** The attempt ended without a decision, and without harm. */
    void attemptOver() {
        entry = entry.withAttempts(entry.attempts().over());
    }

    /** The headers that travel on with the decision. */
    List<Header> trace() {
        return trace;
    }

    void trace(List<Header> headers) {
        trace = List.copyOf(headers);
    }

    /** Keeps a sample that has come, so that a restart does not ask for it again. */
    void keep(String recipeHash, Sample sample) {
        List<Sample> all = new ArrayList<>(recipeHash.equals(entry.recipeHash()) ? entry.samples() : List.of());
        all.add(sample);
        all.sort(Comparator.comparingInt(Sample::index));
        entry = entry.withSamples(recipeHash, all);
    }
}
