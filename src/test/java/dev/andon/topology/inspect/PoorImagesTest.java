package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** Frames whose images are below the gate of their recipe, by what they say themselves and by what is measured. */
class PoorImagesTest {

    /** Stripes of black and white: as sharp as it gets, half of them bright. */
    private static final byte[] STRIPES = TestFrames.image(0);
    private static final ImageQuality FINE = new ImageQuality(64, 48, 1_000, 0.5, 2);

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
        bench.policy(TestPolicies.gated(TestPolicies.fixed("line-1", 1, "some-model", 1),
                new QualityGate(100, 0.25, 0.75, 10.0)));
        bench.sampler.script("some-model", (q, seed, index) -> says(index, seed, "ok", "as drawn"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    static final List<ImageQuality> POOR = List.of(new ImageQuality(64, 48, 99, 0.5, 2),
            new ImageQuality(64, 48, 1_000, 0.2, 2), new ImageQuality(64, 48, 1_000, 0.8, 2),
            new ImageQuality(64, 48, 1_000, 0.5, 10.1));

    @ParameterizedTest
    @FieldSource("POOR")
    void aFrameThatSaysThatItsImageIsPoorIsHeldWithoutACall(ImageQuality poor) {
        bench.frame(saying(poor, STRIPES));

        Inspection held = bench.humanReview().getFirst();
        assertThat(held.decision().reason()).isEqualTo(Reason.POOR_IMAGE);
        assertThat(held.imageBytes()).isNotNull().extracting(ImageBytes::array).isEqualTo(STRIPES);
        assertThat(bench.sampler.calls()).isZero();
    }

    @Test
    void itIsNotDecodedForThat() {
        byte[] damaged = STRIPES.clone();
        Arrays.fill(damaged, damaged.length - 100, damaged.length - 2, (byte) 0xff);

        bench.frame(saying(POOR.getFirst(), damaged));
        bench.frame(saying(FINE, damaged));

        assertThat(bench.humanReview()).extracting(each -> each.decision().reason()).containsExactly(Reason.POOR_IMAGE,
                Reason.FRAME_UNREADABLE);
    }

    @Test
    void aFrameThatSaysThatItsImageIsFineIsAskedAbout() {
        bench.frame(saying(FINE, TestFrames.image(255)));

        assertThat(bench.accepted()).hasSize(1);
    }

    /** It is as bright as an image can be, and not noted for it. */
    static final List<ImageQuality> UNTRUE = List.of(new ImageQuality(64, 48, 1_000, Double.NaN, 2),
            new ImageQuality(64, 48, 1_000, 0.5, -1), new ImageQuality(64, 48, -1_000, 0.5, 2),
            new ImageQuality(640, 480, 1_000, 0.5, 2), new ImageQuality(-64, -48, 1_000, 0.5, 2),
            new ImageQuality(64, 48, Double.POSITIVE_INFINITY, 0.5, 2));

    @ParameterizedTest
    @FieldSource("UNTRUE")
    void whatCannotBeTrueIsMeasured(ImageQuality untrue) {
        bench.frame(saying(untrue, TestFrames.image(255)));

        assertThat(bench.humanReview().getFirst().decision().reason()).isEqualTo(Reason.POOR_IMAGE);
        assertThat(bench.sampler.calls()).isZero();
    }

    @Test
    void aFrameThatSaysNothingIsMeasured() {
        bench.frame(TestFrames.frame("line-1", "white", 255));

        assertThat(bench.humanReview().getFirst().decision().detail()).contains("sharpness 0 is below");
    }

    private static Frame saying(ImageQuality quality, byte[] image) {
        return TestFrames.frame("line-1", "f-" + Arrays.hashCode(image) + quality, image).measured(quality);
    }
}
