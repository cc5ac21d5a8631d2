package dev.andon.chaos.feed;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;

/** Versions of a policy: with short time limits, few samples, and one of the measures. Pure functions. */
final class Change {

    private static final String NGRAMS = "ngram-diversity";
    private static final String AUTHOR = "chaos";

    /** Captions of one meaning still differ in words: about as many frames pass this as pass the example's. */
    private static final ThresholdRule FOR_NGRAMS = new ThresholdRule.Fixed(0.7, AUTHOR);

    private Change() {}

    /**
     * The first version.
     *
     * @param ngrams whether captions are compared by their words alone, and not by the example's measure
     */
    static LinePolicy first(LinePolicy example, boolean ngrams) {
        return with(example, 1, example.recipes().stream().map(recipe -> first(recipe, ngrams)).toList());
    }

    private static Recipe first(Recipe recipe, boolean ngrams) {
        SamplingPlan plan = plan(recipe.plan(), 3, Duration.ofSeconds(8), new StoppingRule.Lossless(3, 3));
        return ngrams
                ? with(recipe, NGRAMS, plan, FOR_NGRAMS, recipe.auditShare(), recipe.revision())
                : with(recipe, recipe.measure(), plan, recipe.threshold(), recipe.auditShare(), recipe.revision());
    }

    /** The same version with thresholds that are learnt. */
    static LinePolicy learning(LinePolicy policy) {
        return with(policy, policy.version(), policy.recipes().stream().map(recipe -> with(recipe, recipe.measure(),
                recipe.plan(), Promises.first(AUTHOR), Promises.AUDIT_SHARE, recipe.revision())).toList());
    }

    /** The next version: one thing differs. */
    static LinePolicy next(LinePolicy last, RandomGenerator random) {
        int what = random.nextInt(3);
        double threshold = random.nextInt(20, 91) / 100.0;
        int samples = random.nextInt(3, 6);
        Duration limit = Duration.ofSeconds(random.nextInt(5, 9));
        StoppingRule stopping = random.nextBoolean()
                ? new StoppingRule.Lossless(2, 1)
                : new StoppingRule.Lossless(samples, samples);
        return with(last, last.version() + 1, last.recipes().stream().map(recipe -> switch (what) {
            case 0 -> renewed(recipe, recipe.plan(), other(recipe.threshold(), threshold));
            case 1 ->
                renewed(recipe, plan(recipe.plan(), samples, recipe.plan().timeLimit(), stopping), recipe.threshold());
            default -> renewed(recipe, plan(recipe.plan(), recipe.plan().samples(), limit, recipe.plan().stopping()),
                    recipe.threshold());
        }).toList());
    }

    /** Another rule of the same mode. */
    private static ThresholdRule other(ThresholdRule last, double fixed) {
        return last instanceof ThresholdRule.Risk risk
                ? Promises.next(risk, AUTHOR)
                : new ThresholdRule.Fixed(fixed, AUTHOR);
    }

    private static Recipe renewed(Recipe recipe, SamplingPlan plan, ThresholdRule threshold) {
        Recipe same = with(recipe, recipe.measure(), plan, threshold, recipe.auditShare(), recipe.revision());
        boolean changed = !RecipeHash.of(same).equals(RecipeHash.of(recipe));
        return changed
                ? with(recipe, recipe.measure(), plan, threshold, recipe.auditShare(), recipe.revision() + 1)
                : same;
    }

    private static SamplingPlan plan(SamplingPlan plan, int samples, Duration limit, StoppingRule stopping) {
        return new SamplingPlan(samples, 2, plan.temperature(), plan.maxTokens(), limit, stopping,
                plan.maxImageSide(), plan.stillScene());
    }

    private static LinePolicy with(LinePolicy policy, long version, List<Recipe> recipes) {
        return new LinePolicy(policy.line(), version, AUTHOR, policy.approver(), recipes, policy.approval(),
                policy.budget());
    }

    private static Recipe with(Recipe recipe, String measure, SamplingPlan plan, ThresholdRule threshold,
            double auditShare, int revision) {
        return new Recipe(recipe.id(), revision, recipe.selector(), recipe.model(), recipe.prompt(), recipe.labels(),
                recipe.captionLanguage(), plan, measure, recipe.limits(), recipe.gate(), auditShare, recipe.audit(),
                threshold);
    }
}
