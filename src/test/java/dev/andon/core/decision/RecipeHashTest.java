package dev.andon.core.decision;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.StillScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecipeHashTest {

    static final List<Consumer<TestRecipe>> SHAPING = List.of(
            recipe -> recipe.model = "other-model",
            recipe -> recipe.prompt += " ",
            recipe -> recipe.labels = recipe.labels.reversed(),
            recipe -> recipe.labels = recipe.labels.subList(0, 2),
            recipe -> recipe.labels = List.of(new Label("ok", Result.NOT_OK, "as drawn"), recipe.labels.get(1),
                    recipe.labels.get(2)),
            recipe -> recipe.labels = List.of(new Label("ok", Result.OK, "as drawn!"), recipe.labels.get(1),
                    recipe.labels.get(2)),
            recipe -> recipe.labels = List.of(new Label("good", Result.OK, "as drawn"), recipe.labels.get(1),
                    recipe.labels.get(2)),
            recipe -> recipe.captionLanguage = "ja",
            recipe -> recipe.samples = 6,
            recipe -> recipe.minSamples = 4,
            recipe -> recipe.temperature = 0.9,
            recipe -> recipe.maxTokens = 201,
            recipe -> recipe.timeLimit = Duration.ofMillis(30_001),
            recipe -> recipe.maxImageSide = 1024,
            recipe -> recipe.measure = "ngram-diversity",
            recipe -> recipe.maxAbstainShare = 0.5,
            recipe -> recipe.maxDisagreement = 0.3,
            recipe -> recipe.gate = null,
            recipe -> recipe.gate = new QualityGate(21, 0.05, 0.95, null),
            recipe -> recipe.gate = new QualityGate(20, 0.06, 0.95, null),
            recipe -> recipe.gate = new QualityGate(20, 0.05, 0.94, null),
            recipe -> recipe.gate = new QualityGate(20, 0.05, 0.95, 5.0));

    @ParameterizedTest
    @FieldSource("SHAPING")
    void whatShapesAnswersOrScoresChangesTheHash(Consumer<TestRecipe> change) {
        assertThat(RecipeHash.of(TestRecipe.with(change))).isNotEqualTo(RecipeHash.of(TestRecipe.valid()));
    }

    static final List<Consumer<TestRecipe>> OTHER = List.of(
            recipe -> recipe.id = "other",
            recipe -> recipe.revision = 7,
            recipe -> recipe.cameras = Set.of("cam-1"),
            recipe -> recipe.partNumbers = Set.of("p-1"),
            recipe -> recipe.stillScene = new StillScene(0.01, Duration.ofSeconds(10)),
            recipe -> recipe.auditShare = 1,
            recipe -> recipe.audit = Audit.BEFORE,
            recipe -> recipe.threshold = ThresholdRule.USUAL);

    @ParameterizedTest
    @FieldSource("OTHER")
    void whatShapesNeitherLeavesIt(Consumer<TestRecipe> change) {
        assertThat(RecipeHash.of(TestRecipe.with(change))).isEqualTo(RecipeHash.of(TestRecipe.valid()));
    }

    @Test
    void noValueCanPretendToBeTwo() {
        // given
        Recipe one = TestRecipe.with(recipe -> {
            recipe.model = "m\nprompt 1:p";
            recipe.prompt = "";
        });
        Recipe other = TestRecipe.with(recipe -> {
            recipe.model = "m";
            recipe.prompt = "p\nprompt 0:";
        });

        // then
        assertThat(RecipeHash.of(one)).isNotEqualTo(RecipeHash.of(other));
    }

    /** Hashes stand in records that are kept for years: they must not change with the program. */
    @Test
    void theHashIsTheSameInEveryVersion() {
        assertThat(RecipeHash.of(TestRecipe.valid()))
                .isEqualTo("9f98bc4be475bf5f9e8e0042d69e0411fdc076f0ba15b3d1f1ff21322f1a4e9f");
    }
}
