package dev.andon.topology.inspect;

import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.Findings.Problem;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.Threshold;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Precedent;
import dev.andon.core.sampling.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is settled about a frame when its inspection begins: later changes of policy or threshold are for
 * later frames.
 *
 * @param position   of its record
 * @param receivedAt timestamp of its record
 * @param line       by the key of its record, or by its own words where there is no usable key
 * @param inSequence whether it stands where its line's order is kept
 * @param frame      null where it is lost
 * @param problem    why it cannot be inspected; null where it can
 * @param basis      what it is decided by; null where no recipe matches
 * @param lot        0 (inclusive) to 1 (exclusive)
 */
record Dossier(
        Position position,
        Instant receivedAt,
        LineId line,
        boolean inSequence,
        @Nullable Frame frame,
        @Nullable Problem problem,
        @Nullable Basis basis,
        double lot) {

    /**
     * What a frame is decided by.
     *
     * @param recipeHash of the recipe
     * @param threshold  null in cold start
     * @param kept       samples of the same recipe that came before a restart
     * @param last       the last frame of its camera that the model was asked about; null where there is none, or it makes
     *                   no difference
     */
    record Basis(LinePolicy policy, Recipe recipe, String recipeHash, @Nullable Threshold threshold,
            List<Sample> kept, @Nullable Precedent last) {

        static Basis of(LinePolicy policy, Recipe recipe, @Nullable Threshold threshold) {
            return new Basis(policy, recipe, RecipeHash.of(recipe), threshold, List.of(), null);
        }

        Basis withKept(List<Sample> samples) {
            return new Basis(policy, recipe, recipeHash, threshold, List.copyOf(samples), last);
        }

        Basis withLast(@Nullable Precedent precedent) {
            return new Basis(policy, recipe, recipeHash, threshold, kept, precedent);
        }
    }

    /**
     * Bytes that its image takes beside its record: none where it travels inside, and the most where it does not say.
     *
     * @param most of any image
     */
    long bytesBeside(long most) {
        if (frame == null || !(frame.image() instanceof ImageSource.Reference)) {
            return 0;
        }
        return frame.size() > 0 ? Math.min(frame.size(), most) : most;
    }

    /** How many samples came before a restart. */
    int samplesKept() {
        return basis == null ? 0 : basis.kept().size();
    }

    /** Whether it is to be compared with other frames. */
    boolean looksForStillScenes() {
        return basis != null && basis.recipe().plan().stillScene() != null;
    }

    /** Whether the gate of its recipe holds an image of this quality. */
    boolean isTooPoor(ImageQuality quality) {
        QualityGate gate = basis == null ? null : basis.recipe().gate();
        return gate != null && gate.objection(quality).isPresent();
    }

    /** A frame that cannot be inspected. */
    Dossier withProblem(Problem found) {
        return new Dossier(position, receivedAt, line, inSequence, frame, found, basis, lot);
    }
}
