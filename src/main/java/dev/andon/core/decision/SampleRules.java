package dev.andon.core.decision;

import java.util.Optional;
import java.util.Set;

import dev.andon.core.decision.Rule.Hold;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingOutcome;

/** Rules 4 to 6: what the samples say before they are scored. */
final class SampleRules {

    /** No score compares fewer, whatever a recipe says. */
    private static final int FEWEST = 2;

    private SampleRules() {}

    /** Rule 4: there are fewer valid samples than the recipe needs. */
    static Optional<Hold> tooFew(Findings findings) {
        SamplingOutcome sampling = findings.sampling();
        if (sampling == null || findings.recipe() == null) {
            return Optional.of(new Hold(Reason.TOO_FEW_SAMPLES, "the model was not asked"));
        }
        int needed = needed(findings.recipe());
        int valid = sampling.samples().size();
        if (valid >= needed) {
            return Optional.empty();
        }
        String detail = "valid samples: " + valid + " of the " + needed
                + " that are needed; answers that were no samples: " + sampling.invalid()
                + (sampling.rejected() == null ? "" : ", the last because " + sampling.rejected());
        if (sampling.overBudget()) {
            return Optional.of(new Hold(Reason.BUDGET, detail + "; " + sampling.unavailable()));
        }
        return Optional.of(sampling.unavailable() == null
                ? new Hold(Reason.TOO_FEW_SAMPLES, detail)
                : new Hold(Reason.VLM_UNAVAILABLE, detail + "; the model failed: " + sampling.unavailable()));
    }

    /** Valid samples without which nothing is scored, at least 2. */
    static int needed(Recipe recipe) {
        return Math.max(FEWEST, recipe.plan().minSamples());
    }

    /**
     * Rule 5: the most frequent answer is {@code unsure} or no label, or is tied over results, or too many abstain.
     * Labels of one result that tie decide as one.
     */
    static Optional<Hold> undecided(Ballot ballot) {
        Answer answer = ballot.answer();
        if (answer.equals(Answer.UNSURE)) {
            return hold(Reason.ABSTAINED, "the most frequent answer is unsure, " + ballot.countOf(answer));
        }
        if (ballot.result() == Result.NOT_DECIDABLE) {
            return hold(Reason.UNEXPECTED,
                    "the most frequent answer is " + answer + ", " + ballot.countOf(answer) + ": none of the labels");
        }
        if (ballot.tiedOverResults()) {
            return hold(Reason.TIED,
                    ballot.countOf(answer) + " samples each give answers with different results: " + ballot.leaders());
        }
        return tooManyAbstain(ballot);
    }

    private static Optional<Hold> tooManyAbstain(Ballot ballot) {
        double share = ballot.answers().share(Answer.UNSURE);
        double limit = ballot.recipe().limits().maxAbstainShare();
        return Hold.when(!(share < limit), Reason.ABSTAINED, () -> ballot.countOf(Answer.UNSURE)
                + " samples are unsure; a share of " + Figures.bound(limit) + " or more is held");
    }

    /**
     * Rule 6: too many samples have another result than most, or most have another one than the most frequent answer,
     * as where two say ok and three name a defect each of their own.
     */
    static Optional<Hold> disagreement(Ballot ballot) {
        if (!ballot.results().leaders().equals(Set.of(ballot.result()))) {
            return hold(Reason.DISAGREEMENT, "the most frequent answer is " + ballot.answer() + ", "
                    + ballot.countOf(ballot.answer()) + ", but not most samples have its result");
        }
        double share = ballot.results().disagreement();
        double limit = ballot.recipe().limits().maxDisagreement();
        return Hold.when(!(share <= limit), Reason.DISAGREEMENT,
                () -> "result-disagreement " + Figures.above(share) + " is above the recipe's " + Figures.bound(limit));
    }

    private static Optional<Hold> hold(Reason reason, String detail) {
        return Optional.of(new Hold(reason, detail));
    }
}
