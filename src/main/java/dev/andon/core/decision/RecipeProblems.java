package dev.andon.core.decision;

import java.time.Duration;
import java.util.TreeSet;

import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Languages;
import dev.andon.core.uncertainty.Measures;

/** What can be wrong with one recipe by itself, under what its policy says of approval. */
final class RecipeProblems {

    private static final int FEWEST_SAMPLES = 2;
    private static final int MOST_SAMPLES = 50;
    private static final double HIGHEST_TEMPERATURE = 2;
    private static final double GREATEST_DIFFERENCE = 0.1;
    private static final Duration LONGEST_STILLNESS = Duration.ofHours(1);
    private static final int SHORTEST_SIDE = 64;
    private static final int LONGEST_SIDE = 16_384;
    private static final Duration LONGEST_TIME = Duration.ofDays(1);

    private RecipeProblems() {}

    static void report(Recipe recipe, Approval approval, Complaints complaints) {
        reportQuestion(recipe, complaints);
        LabelProblems.report(recipe.labels(), complaints);
        reportPlan(recipe.plan(), complaints);
        reportScoring(recipe, complaints);
        ThresholdProblems.report(recipe.threshold(), approval, complaints.under("threshold"));
    }

    private static void reportQuestion(Recipe recipe, Complaints complaints) {
        complaints.unlessFilled("cameras", recipe.selector().cameras(),
                "name each camera, or leave the list empty for every camera");
        complaints.unlessFilled("partNumbers", recipe.selector().partNumbers(),
                "name each part number, or leave the list empty for every one");
        complaints.unlessFilled("model", recipe.model(), "name a model of the server");
        complaints.unlessFilled("prompt", recipe.prompt(), "write what the model shall look at");
        complaints.unless(Languages.isTag(recipe.captionLanguage()), "captionLanguage", recipe.captionLanguage(),
                "give a language tag such as en or ja");
    }

    private static void reportPlan(SamplingPlan plan, Complaints complaints) {
        complaints.unless(plan.minSamples() >= FEWEST_SAMPLES, "minSamples", plan.minSamples(),
                "give at least " + FEWEST_SAMPLES + ": one sample cannot differ");
        complaints.unless(plan.samples() >= Math.max(FEWEST_SAMPLES, plan.minSamples()), "samples", plan.samples(),
                "give at least minSamples, and never fewer than " + FEWEST_SAMPLES);
        complaints.unless(plan.samples() <= MOST_SAMPLES, "samples", plan.samples(),
                "give at most " + MOST_SAMPLES);
        complaints.unless(plan.temperature() > 0 && plan.temperature() <= HIGHEST_TEMPERATURE, "temperature",
                plan.temperature(),
                "give a number above 0 and up to 2: at 0 all samples are the same, which looks like "
                        + "certainty");
        complaints.unless(plan.maxTokens() >= 1, "maxTokens", plan.maxTokens(), "give at least 1");
        complaints.unless(plan.timeLimit().isPositive() && plan.timeLimit().compareTo(LONGEST_TIME) <= 0, "timeLimit",
                plan.timeLimit(), "give a time above 0 and up to a day, for instance 30s");
        reportImageSide(plan, complaints);
        if (plan.stillScene() != null) {
            reportStillScene(plan.stillScene(), complaints.under("stillScene"));
        }
        reportStopping(plan, complaints.under("stopping"));
    }

    private static void reportImageSide(SamplingPlan plan, Complaints complaints) {
        Integer side = plan.maxImageSide();
        complaints.unless(side == null || (side >= SHORTEST_SIDE && side <= LONGEST_SIDE), "maxImageSide",
                String.valueOf(side), "give " + SHORTEST_SIDE + " to " + LONGEST_SIDE
                        + " pixels, or leave it out to send images as they come");
    }

    private static void reportStillScene(StillScene still, Complaints complaints) {
        complaints.unless(still.maxDifference() > 0 && still.maxDifference() <= GREATEST_DIFFERENCE, "maxDifference",
                still.maxDifference(), "give a number above 0 and up to " + GREATEST_DIFFERENCE
                        + ", for instance 0.01: a part with a defect differs little from one without");
        complaints.unless(still.maxAge().isPositive() && still.maxAge().compareTo(LONGEST_STILLNESS) <= 0, "maxAge",
                still.maxAge(), "give a time above 0 and up to an hour, for instance 10s");
    }

    private static void reportStopping(SamplingPlan plan, Complaints complaints) {
        switch (plan.stopping()) {
            case StoppingRule.AllSamples() -> {
            }
            case StoppingRule.Lossless(int first, int next) -> {
                complaints.unless(first >= 1, "firstWave", first, "give at least 1, or leave it out for all samples");
                complaints.unless(next >= 1, "nextWaves", next, "give at least 1, or leave it out for all samples");
            }
            case StoppingRule.UnanimousWindow(int window, double maxScore) -> {
                complaints.unless(window >= plan.minSamples() && window < plan.samples(), "window", window,
                        "give at least minSamples and fewer than samples, so that calls can be saved");
                complaints.unless(maxScore > 0 && maxScore <= 1, "maxScore", maxScore,
                        "give a number above 0 and up to 1: a frame whose first answers agree stops below it");
            }
        }
    }

    private static void reportScoring(Recipe recipe, Complaints complaints) {
        reportMeasure(recipe, complaints);
        double abstain = recipe.limits().maxAbstainShare();
        complaints.unless(abstain > 0 && abstain <= 1, "maxAbstainShare", abstain,
                "give a number above 0 and up to 1: a frame with this share is held");
        complaints.unlessWithin(0, 1, "maxDisagreement", recipe.limits().maxDisagreement());
        complaints.unlessWithin(0, 1, "auditShare", recipe.auditShare());
        QualityGate gate = recipe.gate();
        if (gate != null) {
            reportGate(gate, complaints.under("qualityGate"));
        }
    }

    private static void reportMeasure(Recipe recipe, Complaints complaints) {
        boolean known = Measures.names().contains(recipe.measure());
        complaints.unless(known, "measure", recipe.measure(),
                "choose one of " + String.join(", ", new TreeSet<>(Measures.names())));
        complaints.unless(!known || Measures.reads(recipe.measure(), recipe.captionLanguage()), "measure",
                recipe.measure(), "cannot read captions in " + recipe.captionLanguage()
                        + ": choose " + Measures.NGRAM_DIVERSITY
                        + ", or say that they are in Latin letters, for instance sr-Latn");
    }

    private static void reportGate(QualityGate gate, Complaints complaints) {
        complaints.unless(gate.minSharpness() >= 0 && Double.isFinite(gate.minSharpness()), "minSharpness",
                gate.minSharpness(), "give a number of at least 0");
        complaints.unlessWithin(0, 1, "minExposure", gate.minExposure());
        complaints.unlessWithin(0, 1, "maxExposure", gate.maxExposure());
        boolean crossed = 1 >= gate.minExposure() && gate.minExposure() > gate.maxExposure() && gate.maxExposure() >= 0;
        complaints.unless(!crossed, "maxExposure", gate.maxExposure(),
                "give at least minExposure, which is " + Figures.bound(gate.minExposure()));
        Double noise = gate.maxNoise();
        complaints.unless(noise == null || (noise >= 0 && Double.isFinite(noise)), "maxNoise", String.valueOf(noise),
                "give a number of at least 0, or leave it out for any noise");
    }
}
