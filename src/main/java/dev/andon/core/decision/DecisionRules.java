package dev.andon.core.decision;

import java.util.List;
import java.util.Optional;

import dev.andon.core.decision.Rule.Hold;
import dev.andon.core.sampling.Result;

/**
 * Where a frame goes: the first rule that holds it decides, and a frame that passes all of them is accepted. The
 * numbers are those of the method. Pure, any thread.
 */
public final class DecisionRules {

    private static final List<Rule<Findings>> BEFORE_SAMPLING = List.of(
            /* 1 */ FrameRules::unreadable,
            /* 2 */ FrameRules::withoutRecipe,
            /* 3 */ FrameRules::poorImage);

    private static final List<Rule<Findings>> ON_SAMPLING = List.of(
            /* 4 */ SampleRules::tooFew);

    private static final List<Rule<Ballot>> ON_ANSWERS = List.of(
            /* 5 */ SampleRules::undecided,
            /* 6 */ SampleRules::disagreement);

    private static final List<Rule<Ballot>> ON_SCORE = List.of(
            /* 7 */ ScoreRules::coldStart,
            /* 8 */ ScoreRules::uncertain,
            /* 8 */ ScoreRules::unproven,
            /* 9 */ ScoreRules::auditedBefore);

    private DecisionRules() {}

    /**
     * Rules 1 to 3, which need no model.
     *
     * @return the final decision; empty where the model has to be asked
     */
    public static Optional<Decision> beforeSampling(Findings findings) {
        return Rule.first(BEFORE_SAMPLING, findings).map(DecisionRules::heldWithoutScore);
    }

    /** All rules, in their order. */
    public static Decision decide(Findings findings) {
        return beforeSampling(findings).orElseGet(() -> onSampling(findings));
    }

    /** Rules 4 to 9, of a frame that passed those before them. */
    static Decision onSampling(Findings findings) {
        return Rule.first(ON_SAMPLING, findings).map(DecisionRules::heldWithoutScore)
                .orElseGet(() -> judge(Ballot.of(findings)));
    }

    private static Decision judge(Ballot ballot) {
        return Rule.first(ON_ANSWERS, ballot).map(hold -> held(hold, ballot, false))
                .or(() -> Rule.first(ON_SCORE, ballot).map(hold -> held(hold, ballot, true)))
                .orElseGet(() -> accepted(ballot));
    }

    private static Decision heldWithoutScore(Hold hold) {
        return new Decision(Route.HUMAN_REVIEW, hold.reason(), Result.UNDEFINED, null, hold.detail(), false, false);
    }

    private static Decision held(Hold hold, Ballot ballot, boolean scorable) {
        return new Decision(Route.HUMAN_REVIEW, hold.reason(), Result.NOT_DECIDABLE, ballot.answer(), hold.detail(),
                scorable, false);
    }

    private static Decision accepted(Ballot ballot) {
        boolean copy = ballot.lotWins();
        String detail = ScoreRules.accepted(ballot) + (copy ? ScoreRules.audit(ballot) : "");
        return new Decision(Route.ACCEPTED, null, ballot.result(), ballot.answer(), detail, true, copy);
    }
}
