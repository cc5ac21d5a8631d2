package dev.andon.core.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.andon.core.frame.ImageQuality;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/** Findings of a frame that every rule lets pass, of which a test changes what it is about. One thread. */
final class TestFindings {

    Findings.@Nullable Problem problem;
    @Nullable
    Recipe recipe = TestRecipe.valid();
    @Nullable
    ImageQuality quality = new ImageQuality(640, 480, 100, 0.5, 2);
    String answers = "ok ok ok ok ok";
    int invalid;
    @Nullable
    String rejected;
    @Nullable
    String unavailable;
    boolean overBudget;
    @Nullable
    Double uncertainty = 0.1;
    @Nullable
    String missing;
    @Nullable
    Double threshold = 0.25;
    double lot = 0.5;

    static Findings with(Consumer<TestFindings> change) {
        TestFindings findings = new TestFindings();
        change.accept(findings);
        return findings.build();
    }

    /** Changes the recipe. */
    void recipe(Consumer<TestRecipe> change) {
        recipe = TestRecipe.with(change);
    }

    Findings build() {
        Scores scores = new Scores(
                uncertainty == null ? Map.of() : Map.of(Measures.CAPTION_DIVERSITY, uncertainty), null, null, missing);
        return new Findings(problem, recipe, quality,
                new SamplingOutcome(samples(), invalid, rejected, unavailable, overBudget, 0, false),
                scores,
                threshold == null ? null : new Threshold(threshold, 1, ThresholdMode.FIXED, "waived"), lot);
    }

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (String answer : answers.isEmpty() ? new String[0] : answers.split(" ")) {
            samples.add(new Sample(samples.size(), new Answer(answer), "A bracket.", 0, Duration.ZERO, 0, 0));
        }
        return samples;
    }
}
