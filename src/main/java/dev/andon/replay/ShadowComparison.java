package dev.andon.replay;

import java.util.function.Predicate;

import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.FrameId;

/**
 * What was decided live beside what candidates made of the same frames. Those of several threads can be put together; one thread
 * each.
 */
public final class ShadowComparison {

    private final Trials trials;
    private final Predicate<FrameId> drawn;
    private final Comparison decisions;
    private final Efforts live = new Efforts();
    private final Efforts shadow = new Efforts();
    private long paired;
    private long missing;

    /**
     * An empty one.
     *
     * @param drawn     whether a frame is one that candidates are tried out on
     * @param decisions an empty one, for the frames that both decided
     */
    public ShadowComparison(Trials trials, Predicate<FrameId> drawn, Comparison decisions) {
        this.trials = trials;
        this.drawn = drawn;
        this.decisions = decisions;
    }

    /** What was decided live. */
    public void add(Inspection inspection) {
        trials.of(inspection).ifPresentOrElse(trial -> {
            decisions.add(inspection, trial.seen());
            boolean prompt = trials.haveCaughtUp(inspection);
            live.add(prompt ? Effort.of(inspection) : Effort.of(inspection).withoutTime());
            shadow.add(prompt ? trial.effort() : trial.effort().withoutTime());
            paired++;
        }, () -> missing += isMissing(inspection) ? 1 : 0);
    }

    /** Frames that no recipe decided are none that could have been tried. */
    private boolean isMissing(Inspection inspection) {
        FrameId frame = inspection.frame().frameId();
        return frame != null && inspection.applied() != null && drawn.test(frame) && trials.cover(inspection);
    }

    /** Takes over what another one has counted. */
    public void add(ShadowComparison other) {
        decisions.add(other.decisions);
        live.add(other.live);
        shadow.add(other.shadow);
        paired += other.paired;
        missing += other.missing;
    }

    /** Of the frames that both decided: before is live. */
    public Comparison decisions() {
        return decisions;
    }

    /** What these frames took live; their times count once the candidate has caught up. */
    public Efforts live() {
        return live;
    }

    /** What they took by the candidates. */
    public Efforts shadow() {
        return shadow;
    }

    /** Frames that both decided. */
    public long paired() {
        return paired;
    }

    /** Frames that were decided live and drawn, and that a candidate should have decided. */
    public long onlyLive() {
        return missing;
    }

    /** Frames that a candidate decided and that are not on record live, or not yet. */
    public long onlyShadow() {
        return trials.frames() - paired;
    }

    /** Share of the frames that both decided alike; NaN where there is none. */
    public double agreement() {
        return paired == 0 ? Double.NaN : (double) (paired - decisions.changed()) / paired;
    }
}
