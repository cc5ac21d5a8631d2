package dev.andon.core.decision;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Measures;
import org.jspecify.annotations.Nullable;

/** A valid recipe of which a test changes what it is about. One thread. */
final class TestRecipe {

    String id = "bracket";
    int revision = 1;
    Set<String> cameras = Set.of();
    Set<String> partNumbers = Set.of();
    String model = "some-model";
    String prompt = "Look at the bracket.";
    List<Label> labels = List.of(new Label("ok", Result.OK, "as drawn"), new Label("bent", Result.NOT_OK, "not flat"),
            new Label("missing_hole", Result.NOT_OK, "a hole is missing"));
    String captionLanguage = "en";
    int samples = 5;
    int minSamples = 3;
    double temperature = 1.0;
    int maxTokens = 200;
    Duration timeLimit = Duration.ofSeconds(30);
    StoppingRule stopping = new StoppingRule.AllSamples();
    @Nullable
    Integer maxImageSide;
    @Nullable
    StillScene stillScene;
    String measure = Measures.CAPTION_DIVERSITY;
    double maxAbstainShare = 0.4;
    double maxDisagreement = 0.2;
    @Nullable
    QualityGate gate = new QualityGate(20, 0.05, 0.95, null);
    double auditShare = 0.02;
    Audit audit = Audit.AFTER;
    ThresholdRule threshold = new ThresholdRule.Fixed(0.25, "J. Doe");

    static Recipe valid() {
        return with(recipe -> {});
    }

    static Recipe with(Consumer<TestRecipe> change) {
        TestRecipe recipe = new TestRecipe();
        change.accept(recipe);
        return recipe.build();
    }

    private Recipe build() {
        return new Recipe(id, revision, new Selector(cameras, partNumbers), model, prompt, new Labels(labels),
                captionLanguage, new SamplingPlan(samples, minSamples, temperature, maxTokens, timeLimit, stopping,
                        maxImageSide, stillScene),
                measure,
                new Limits(maxAbstainShare, maxDisagreement), gate, auditShare, audit, threshold);
    }
}
