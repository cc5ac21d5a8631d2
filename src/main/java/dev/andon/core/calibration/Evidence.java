package dev.andon.core.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The frames that count for certificates, and what is known of them. Nothing here depends on the order in which frames
 * and verdicts come. One thread.
 *
 * <p>A frame counts where its lot is below the smallest audit share of the window: a plain random sample of the scorable
 * frames, held or not. Of a group only the frame with the smallest lot counts, which is one drawn at random, too; groups
 * of many frames are drawn more often, nearly as their frames are among all frames while the audit share is small. Where
 * the audit share falls, or a frame with a smaller lot comes, frames leave again whatever was said of them.
 */
final class Evidence {

    /** A frame of which more is known than before. */
    record Step(int index, @Nullable Outcome before, Outcome now) {}

    private final EvidenceFrames frames;
    private final Outcomes resolved;
    private final FirstFrames first;
    private int pending;

    /** No open frame was decided before this. */
    private Instant openFrom;

    /** No open frame is due before this. */
    private Instant nextDue;

    Evidence(LearnerState.Evidence state, EvidenceFrames frames, Instant start) {
        this.frames = frames;
        resolved = state.resolved().copy();
        pending = state.pending();
        first = new FirstFrames(frames);
        openFrom = start;
        nextDue = start;
    }

    LearnerState.Evidence state() {
        return new LearnerState.Evidence(pending, resolved.copy());
    }

    /** A frame whose lot wins. */
    void offer(Seen frame, Instant due) {
        EvidenceFrame newer = new EvidenceFrame(frame.key(), frame.inspectionId(), frame.decided(), due, frame.lot(),
                frame.index(), null);
        EvidenceFrame older = frames.find(newer.key());
        if (older != null) {
            if (!newer.drawnBefore(older)) {
                return;
            }
            remove(older);
        }
        frames.put(newer);
        pending++;
        first.changed(newer);
        openFrom = earlier(openFrom, newer.decided());
        nextDue = earlier(nextDue, due);
    }

    /** Somebody judged a frame; null where it does not count, or nothing new is known. */
    @Nullable
    Step judge(Seen frame, Outcome outcome) {
        EvidenceFrame known = frames.find(frame.key());
        return known == null || !known.inspectionId().equals(frame.inspectionId()) || known.outcome() == outcome
                ? null
                : resolve(known, outcome);
    }

    /** What nobody has judged in time is unknown. */
    List<Step> expire(Instant now) {
        if (pending == 0 || now.isBefore(nextDue)) {
            return List.of();
        }
        List<EvidenceFrame> late = new ArrayList<>();
        frames.walk(openFrom, frame -> {
            openFrom = frame.decided();
            if (frame.outcome() != null) {
                return true;
            }
            nextDue = frame.due();
            boolean up = !nextDue.isAfter(now);
            if (up) {
                late.add(frame);
            }
            return up;
        });
        return late.stream().map(frame -> resolve(frame, Outcome.UNKNOWN)).toList();
    }

    /** The audit share fell: frames whose lot loses by it count no longer. */
    void keepBelow(double share, Instant start) {
        List<EvidenceFrame> losing = new ArrayList<>();
        frames.walk(start, frame -> {
            if (frame.lot() >= share) {
                losing.add(frame);
            }
            return true;
        });
        losing.forEach(this::remove);
    }

    /** Whether the first so many are all resolved. */
    boolean complete(int count, Instant start) {
        return labelled() + pending >= count && first.open(count, start) == 0;
    }

    /** What is known of the first so many. */
    Counts counts(int count, Instant start) {
        return Counts.of(frames, count, start);
    }

    /** Frames with an outcome. */
    int labelled() {
        return resolved.total();
    }

    /** Frames without one. */
    int pending() {
        return pending;
    }

    /** A new window begins. */
    void clear(Instant start) {
        frames.clear();
        resolved.clear();
        pending = 0;
        first.forget();
        openFrom = start;
        nextDue = start;
    }

    private Step resolve(EvidenceFrame frame, Outcome outcome) {
        Outcome before = frame.outcome();
        if (before == null) {
            pending--;
            first.resolved(frame);
        } else {
            resolved.of(before).remove(frame.index());
        }
        resolved.of(outcome).add(frame.index());
        frames.put(frame.with(outcome));
        return new Step(frame.index(), before, outcome);
    }

    private void remove(EvidenceFrame frame) {
        frames.remove(frame);
        first.changed(frame);
        if (frame.outcome() == null) {
            pending--;
        } else {
            resolved.of(frame.outcome()).remove(frame.index());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
