package dev.andon.topology.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection.Reuse;
import dev.andon.core.decision.Stopping;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Tiles;
import dev.andon.core.sampling.Precedent;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import org.jspecify.annotations.Nullable;

/** Lets the samples of one frame be those of the next ones, as long as the scene is still. Pure functions. */
final class SceneGate {

    private SceneGate() {}

    /**
     * The samples of the precedent, if it shows the scene of this frame.
     *
     * @param scene    what the frame shows; null where nobody wants to know
     * @param stopping of the frame, with its threshold and lot: samples that were enough for its precedent may be too few
     *                 for it
     * @throws InterruptedException if the calling thread is interrupted
     */
    static Optional<Sampled> reuse(Dossier.Basis basis, Frame frame, @Nullable Tiles scene, Stopping stopping)
            throws InterruptedException {
        SamplingPlan plan = basis.recipe().plan();
        StillScene still = plan.stillScene();
        Precedent last = basis.last();
        if (still == null || last == null || scene == null) {
            return Optional.empty();
        }
        OptionalDouble difference = still.difference(last, frame, scene, basis.recipeHash());
        boolean all = last.samples().size() >= plan.samples();
        if (difference.isEmpty() || !(all || stopping.isDue(last.samples(), true))) {
            return Optional.empty();
        }
        return Optional.of(new Sampled(SamplingOutcome.reused(last.samples(), !all), null,
                new Reuse(last.frame(), last.offset(), difference.getAsDouble())));
    }

    /**
     * What a frame that the model was asked about leaves behind, whatever came of it: later ones are never compared with an
     * earlier frame than the last. Its samples only where there are all, or as many as its stopping rule wanted, and they
     * could be scored.
     *
     * @param sampled null where nobody was asked
     * @param scene   what the frame shows; null where it leaves nothing behind
     */
    static @Nullable Precedent precedent(Dossier dossier, @Nullable Sampled sampled, @Nullable Tiles scene,
            Decision decision) {
        Frame frame = dossier.frame();
        Dossier.Basis basis = dossier.basis();
        if (frame == null || basis == null || sampled == null || scene == null || !dossier.inSequence()) {
            return null;
        }
        SamplingOutcome outcome = sampled.outcome();
        boolean whole = outcome.stopped() || outcome.samples().size() >= basis.recipe().plan().samples();
        return Precedent.of(frame, dossier.position().offset(), basis.recipeHash(), scene,
                whole && decision.scorable() ? outcome.samples() : List.of());
    }
}
