package dev.andon.demo;

import java.nio.file.Path;
import java.util.List;

import dev.andon.config.LinesFile;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.PolicyProblems;
import dev.andon.core.decision.Recipe;
import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.SyntheticCamera;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The policies in {@code config/lines.yaml}. */
class ExamplePoliciesTest {

    private final List<LinePolicy> policies = LinesFile.read(Path.of("config/lines.yaml"), "test")
            .orElse(problems -> {
                throw new AssertionError(problems.toString());
            });

    @Test
    void are_valid() {
        assertThat(policies).hasSize(3).allSatisfy(policy -> assertThat(PolicyProblems.of(policy)).isEmpty());
    }

    @Test
    void have_a_recipe_for_each_synthetic_camera() {
        for (SyntheticCamera camera : SyntheticCamera.lines(3, 1, Mix.DEFAULT)) {
            assertThat(policies).filteredOn(policy -> policy.line().value().equals(camera.lineId())).singleElement()
                    .satisfies(policy -> assertThat(policy.recipeFor(camera.cameraId(), camera.partNumber()))
                            .isPresent());
        }
    }

    @Test
    void include_one_with_japanese_labels() {
        assertThat(policies).flatExtracting(LinePolicy::recipes).extracting(Recipe::id)
                .containsExactly("bracket", "bottle", "board", "board-ja");
    }
}
