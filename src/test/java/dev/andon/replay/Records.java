package dev.andon.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.DecisionRules;
import dev.andon.core.decision.Findings;
import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.uncertainty.Cosines;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;

/** Inspections as the application records them: decisions and scores follow from samples. */
final class Records {

    static final Instant BEGIN = Instant.parse("2026-01-02T03:00:00Z");

    private Records() {}

    /**
     * An inspection by the first recipe of a policy, whose threshold is given.
     *
     * @param number  of the frame: one a minute
     * @param answers separated by spaces; none for a frame that could not be read
     * @param alike   the cosine between every two captions
     */
    static Inspection of(LinePolicy policy, int number, String answers, double alike, double lot) {
        Recipe recipe = policy.recipes().getFirst();
        Threshold threshold = Threshold.given((ThresholdRule.Fixed) recipe.threshold(), policy.version());
        List<Sample> samples = samples(answers);
        Scores scores = samples.size() < 2 ? null : scores(recipe, samples, alike);
        Decision decision = DecisionRules.decide(new Findings(null, recipe, null,
                new SamplingOutcome(samples, 0, null, null, false, samples.size(), false), scores, threshold, lot));
        Instant time = BEGIN.plus(Duration.ofMinutes(number));
        return new Inspection("i" + number,
                new Inspection.Subject(new FrameId("f" + number), "cam-1", null, null, null, null), policy.line(),
                number + 1L, decision, decision.route() == Route.HUMAN_REVIEW ? Purpose.DECIDE : null, scores,
                scores == null ? null : scores.byMeasure().get(recipe.measure()), samples,
                new Inspection.Asking(samples.size(), 0, null, null, null),
                new Inspection.Applied(policy.version(), recipe.id(), recipe.revision(), RecipeHash.of(recipe),
                        recipe.model(), recipe.measure(), recipe.auditShare(), threshold),
                new ImageReference(null, new Position("frames", 0, number), ""), null, null, lot,
                new Inspection.Times(time, time, time), false);
    }

    /** The same inspection with another decision on record. */
    static Inspection with(Inspection it, Decision decision) {
        return new Inspection(it.id(), it.frame(), it.line(), it.lineSequence(), decision, it.purpose(), it.scores(),
                it.uncertainty(), it.samples(), it.asking(), it.applied(), it.image(), it.imageBytes(),
                it.imageType(), it.lot(), it.times(), it.simulated());
    }

    /** The same inspection with other scores on record. */
    static Inspection with(Inspection it, Scores scores) {
        return new Inspection(it.id(), it.frame(), it.line(), it.lineSequence(), it.decision(), it.purpose(), scores,
                it.uncertainty(), it.samples(), it.asking(), it.applied(), it.image(), it.imageBytes(),
                it.imageType(), it.lot(), it.times(), it.simulated());
    }

    /** What a person said of an inspection. */
    static Reviewed judged(Inspection inspection, Result truth) {
        Verdict verdict = new Verdict("v", inspection.id(), inspection.line(), truth, null, Basis.IMAGE, "R. Viewer",
                BEGIN, null, null, null);
        Inspected inspected = new Inspected(inspection.id(), inspection.image().position(),
                new Inspected.Subject(inspection.line(), inspection.frame().frameId(), null, null, null, null), 1L,
                inspection.decision().route(), inspection.decision().reason(), inspection.purpose(),
                inspection.decision().result(), null, inspection.decision().scorable(), inspection.uncertainty(), 5,
                inspection.lot(), null, BEGIN, BEGIN, false);
        return new Reviewed("r", null, inspected, List.of(verdict), truth, false);
    }

    static PolicyHistory history(LinePolicy... policies) {
        PolicyHistory history = new PolicyHistory();
        Arrays.stream(policies).forEach(history::add);
        return history;
    }

    private static Scores scores(Recipe recipe, List<Sample> samples, double alike) {
        int pairs = samples.size() * (samples.size() - 1) / 2;
        return Measures.again(samples, recipe.labels(), new Cosines(samples.size(), Collections.nCopies(pairs, alike)),
                "e5");
    }

    private static List<Sample> samples(String answers) {
        List<Sample> samples = new ArrayList<>();
        for (String answer : answers.isEmpty() ? new String[0] : answers.split(" ")) {
            int index = samples.size();
            samples.add(new Sample(index, new Answer(answer), "Sight " + index + " of a bracket.", index,
                    Duration.ofMillis(300), 100, 10));
        }
        return samples;
    }
}
