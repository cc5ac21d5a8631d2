package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.images.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** What the model is shown where the recipe bounds the size of images, and what everybody else is. */
class SmallerImagesTest {

    private static final int LIMIT = 100;

    private final List<ImageBytes> shown = new ArrayList<>();

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
        bench.policy(TestPolicies.asking(TestPolicies.fixed("line-1", 1, "some-model", 0), new SamplingPlan(5, 3, 1.0,
                200, Duration.ofSeconds(30), new StoppingRule.AllSamples(), LIMIT, null)));
        bench.sampler.script("some-model", (question, seed, index) -> {
            shown.add(question.image());
            return says(index, seed, "ok", "word" + index + " other" + index);
        });
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void theModelIsShownOneSmallerCopyAndPeopleTheOriginal() {
        byte[] image = Pictures.jpeg();

        bench.frame(TestFrames.frame("line-1", "f1", image));

        Inspection held = bench.humanReview().getFirst();
        assertThat(new HashSet<>(shown)).as("one and the same for all samples").hasSize(1);
        assertThat(shown).hasSize(5);
        assertThat(shown.getFirst().size()).isLessThan(image.length);
        assertThat(held.asking().sent()).isEqualTo(new ImageSize(100, 75));
        assertThat(held.imageBytes()).isNotNull().extracting(ImageBytes::array).isEqualTo(image);
    }

    @Test
    void anImageWithinTheLimitIsShownByteForByte() {
        byte[] image = TestFrames.image(10);

        bench.frame(TestFrames.frame("line-1", "f1", image));

        assertThat(shown).hasSize(5).allSatisfy(one -> assertThat(one.array()).isEqualTo(image));
        assertThat(bench.humanReview().getFirst().asking().sent()).isNull();
    }
}
