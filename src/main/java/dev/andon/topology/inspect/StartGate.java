package dev.andon.topology.inspect;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

import dev.andon.async.Resequencer.Slot;
import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/**
 * Holds back work on frames that may have ended a process before, until the attempt is committed: then it outlives what
 * the work may do. Those are all frames that stood in the topic when this task began, whoever worked on them. Frames
 * that come later were never touched, and their work begins at once. One thread, the task's.
 */
final class StartGate {

    /** Work that waits for a commit. */
    record Held(Slot<String, OpenFrame, Outcome> slot, Dossier dossier, long commit) {}

    private final Queue<Held> held = new ArrayDeque<>();
    private final LongSupplier commits;
    private long end = Long.MAX_VALUE;

    /** @param commits of the task's thread */
    StartGate(LongSupplier commits) {
        this.commits = commits;
    }

    /** How far the topic reached when the task began, or later; until it is known everything is held back. */
    void endsAt(long offset) {
        end = offset;
    }

    /** Whether work on this frame has to wait for a commit. */
    boolean isFor(Position position) {
        return position.offset() < end;
    }

    /** Holds work back until what was written so far is committed. */
    void hold(Slot<String, OpenFrame, Outcome> slot, Dossier dossier) {
        held.add(new Held(slot, dossier, commits.getAsLong() + 1));
    }

    /** Whether work waits for a commit. */
    boolean isHolding() {
        return !held.isEmpty();
    }

    /** The next work that may begin, null if there is none. */
    @Nullable
    Held next() {
        Held first = held.peek();
        return first != null && first.commit() <= commits.getAsLong() ? held.poll() : null;
    }
}
