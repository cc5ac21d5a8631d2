package dev.andon.topology.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Limits;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Selector;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/** Inspections and verdicts of one line, of which a test chooses what it is about. Pure functions. */
final class Cast {

    static final LineId LINE = new LineId("line-1");

    private static final Labels LABELS = new Labels(
            List.of(new Label("ok", Result.OK, "as drawn"), new Label("bent", Result.NOT_OK, "not flat")));

    private Cast() {}

    /** A promise of 10 % that is tried for at 60 frames, all of which are judged. */
    static ThresholdRule promising() {
        return new ThresholdRule.Risk(new Promise(0.1, 0.1, null, List.of(60, 120)), "J. Doe", new Learning(1,
                Duration.ofHours(1), Duration.ZERO, Duration.ofDays(30), Duration.ofDays(7)));
    }

    static LinePolicy policy(long version, String prompt, ThresholdRule rule, double auditShare) {
        Recipe recipe = new Recipe("bracket", (int) version, new Selector(Set.of(), Set.of()), "some-model", prompt,
                LABELS, "en", new SamplingPlan(5, 3, 1.0, 200, Duration.ofSeconds(30), new StoppingRule.AllSamples(),
                        null, null),
                "caption-diversity", new Limits(0.4, 0.2), null, auditShare, Audit.AFTER, rule);
        return new LinePolicy(LINE, version, "A. Author", null, List.of(recipe));
    }

    /** A scorable frame that was held in cold start. */
    static Inspection held(LinePolicy policy, int number, String answer, double uncertainty, double lot) {
        return inspection(policy, number, answer, uncertainty, lot, Route.HUMAN_REVIEW);
    }

    static Inspection accepted(LinePolicy policy, int number, String answer, double uncertainty, double lot) {
        return inspection(policy, number, answer, uncertainty, lot, Route.ACCEPTED);
    }

    static Verdict verdict(Inspection on, String id, Result result, Instant at) {
        return verdict(on, id, result, Basis.IMAGE, at);
    }

    static Verdict verdict(Inspection on, String id, Result result, Basis basis, Instant at) {
        return new Verdict(id, on.id(), on.line(), result, null, basis, "R. Viewer", at, null, null, null);
    }

    private static Inspection inspection(LinePolicy policy, int number, String answer, double uncertainty, double lot,
            Route route) {
        Recipe recipe = policy.recipes().getFirst();
        boolean accepted = route == Route.ACCEPTED;
        boolean copy = accepted && lot < recipe.auditShare();
        @Nullable
        Reason reason = accepted ? null : Reason.COLD_START;
        Result said = LABELS.resultOf(new Answer(answer));
        Decision decision = new Decision(route, reason, accepted ? said : Result.NOT_DECIDABLE, new Answer(answer),
                "because", true, copy);
        Instant decided = ReviewBench.START.plusSeconds(number);
        Scores scores = new Scores(Map.of("caption-diversity", uncertainty), null, null, null);
        return new Inspection("inspection-" + number, new Inspection.Subject(new FrameId("f" + number), "cam-1", null,
                "unit-" + number, null, null), LINE, (long) number, decision, accepted ? null : Purpose.DECIDE, scores,
                uncertainty, List.of(), Inspection.Asking.NOTHING,
                new Inspection.Applied(policy.version(), recipe.id(), recipe.revision(), RecipeHash.of(recipe),
                        recipe.model(), recipe.measure(), recipe.auditShare(), null),
                new ImageReference(null, new Position("frames", 0, number), "00"), null, null, lot,
                new Inspection.Times(decided, decided, decided), false);
    }
}
