package dev.andon.core.decision;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import dev.andon.core.decision.Rule.Hold;
import dev.andon.core.sampling.Result;

/** Rules 7 to 9: what the uncertainty says of a scorable frame. */
final class ScoreRules {

    private ScoreRules() {}

    /** Rule 7: there is no threshold. */
    static Optional<Hold> coldStart(Ballot ballot) {
        Recipe recipe = ballot.recipe();
        ThresholdMode mode = recipe.threshold().mode();
        return Hold.when(ballot.threshold() == null, Reason.COLD_START, () -> "recipe " + recipe.id()
                + " has no threshold; mode " + mode.name().toLowerCase(Locale.ROOT)
                + (mode.needsVerdicts() && !(recipe.auditShare() > 0)
                        ? "; nothing is learnt either, since its auditShare is "
                                + Figures.bound(recipe.auditShare())
                        : ""));
    }

    /** Rule 8: the uncertainty is above the threshold. One that is unknown, or no number, counts as above. */
    static Optional<Hold> uncertain(Ballot ballot) {
        Double uncertainty = ballot.uncertainty();
        Threshold threshold = ballot.threshold();
        if (uncertainty == null || threshold == null) {
            return Optional.of(new Hold(Reason.UNCERTAIN, "the uncertainty is unknown: " + ballot.recipe().measure()
                    + " could not be computed" + (ballot.missing() == null
                            ? ""
                            : ", since the captions could not be embedded: " + ballot.missing())));
        }
        return Hold.when(!(uncertainty <= threshold.value()), Reason.UNCERTAIN,
                () -> "uncertainty " + Figures.above(uncertainty) + " (" + ballot.recipe().measure()
                        + ") is above the threshold " + Figures.bound(threshold.value()));
    }

    /**
     * Between rules 8 and 9: a certified threshold bounds the share of mistakes, which is small where defects are rare even
     * if the model finds none. So OK takes evidence that defects are found, or a person who waives it; NOT_OK does not.
     */
    static Optional<Hold> unproven(Ballot ballot) {
        Recipe recipe = ballot.recipe();
        boolean unproven = recipe.threshold() instanceof ThresholdRule.Risk risk && risk.defectsWaivedBy() == null
                && ballot.result() == Result.OK;
        return Hold.when(unproven, Reason.UNPROVEN,
                () -> accepted(ballot) + ", but nothing shows yet that the model finds"
                        + " defects by recipe " + recipe.id()
                        + ", so that no frame is accepted as OK; judge it, or let a person"
                        + " waive the evidence by name (threshold.defectEvidence)");
    }

    /** Rule 9 accepts the frame, but its lot wins and the recipe wants it judged before it is published. */
    static Optional<Hold> auditedBefore(Ballot ballot) {
        if (!ballot.lotWins() || ballot.recipe().audit() != Audit.BEFORE) {
            return Optional.empty();
        }
        return Optional.of(new Hold(Reason.AUDIT, accepted(ballot) + audit(ballot)));
    }

    /** Rule 9: the sentence for a frame that is accepted. */
    static String accepted(Ballot ballot) {
        double uncertainty = Objects.requireNonNull(ballot.uncertainty(), "rule 8 sees to it");
        Threshold threshold = Objects.requireNonNull(ballot.threshold(), "rule 7 sees to it");
        return "uncertainty " + Figures.below(uncertainty) + " (" + ballot.recipe().measure()
                + ") is within the threshold " + Figures.bound(threshold.value());
    }

    /** What is added to that sentence where the lot wins. */
    static String audit(Ballot ballot) {
        return "; audited, because its lot " + Figures.below(ballot.lot()) + " is below the audit share "
                + Figures.bound(ballot.recipe().auditShare());
    }
}
