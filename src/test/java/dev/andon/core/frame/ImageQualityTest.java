package dev.andon.core.frame;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImageQualityTest {

    static final List<ImageQuality> IMPOSSIBLE = List.of(
            new ImageQuality(0, 1, 1, 0.5, 1), new ImageQuality(1, -1, 1, 0.5, 1),
            new ImageQuality(1, 1, -0.1, 0.5, 1), new ImageQuality(1, 1, Double.NaN, 0.5, 1),
            new ImageQuality(1, 1, Double.POSITIVE_INFINITY, 0.5, 1), new ImageQuality(1, 1, 1_040_401, 0.5, 1),
            new ImageQuality(1, 1, 1, -0.1, 1), new ImageQuality(1, 1, 1, 1.1, 1),
            new ImageQuality(1, 1, 1, Double.NaN, 1), new ImageQuality(1, 1, 1, 0.5, -0.1),
            new ImageQuality(1, 1, 1, 0.5, Double.NaN), new ImageQuality(1, 1, 1, 0.5, 427));

    @ParameterizedTest
    @FieldSource("IMPOSSIBLE")
    void noImageIsSo(ImageQuality quality) {
        assertThat(quality.isPossible()).isFalse();
    }

    @Test
    void imagesMayBe() {
        assertThat(List.of(new ImageQuality(1, 1, 0, 0, 0), new ImageQuality(9_000, 7_000, 1_040_400, 1, 426)))
                .allMatch(ImageQuality::isPossible);
    }
}
