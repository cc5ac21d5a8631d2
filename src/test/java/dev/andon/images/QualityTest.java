package dev.andon.images;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.List;

import dev.andon.core.frame.ImageQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

class QualityTest {

    private static final BufferedImage PLATE = Pictures.plate(640, 480, BufferedImage.TYPE_INT_RGB);

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void aBlurredCopyIsLessSharp(String format) {
        ImageQuality sharp = measure(PLATE, format);
        ImageQuality blurred = measure(blurred(PLATE), format);

        assertThat(blurred.sharpness()).isLessThan(sharp.sharpness() / 4);
        assertThat(blurred.exposure()).isCloseTo(sharp.exposure(), within(0.02));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void aDarkCopyIsLessExposed(String format) {
        ImageQuality bright = measure(PLATE, format);
        ImageQuality dark = measure(new RescaleOp(0.25f, 0, null).filter(PLATE, null), format);

        assertThat(dark.exposure()).isCloseTo(bright.exposure() / 4, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyIsNotBrightened(int type) {
        BufferedImage flat = new BufferedImage(64, 64, type);
        int depth = flat.getRaster().getSampleModel().getSampleSize(0);
        int[] quarter = new int[64 * 64 * flat.getRaster().getNumBands()];
        Arrays.fill(quarter, (1 << depth) / 4);
        flat.getRaster().setPixels(0, 0, 64, 64, quarter);

        ImageQuality quality = measure(flat, "png");

        assertThat(quality.exposure()).isCloseTo(0.25, within(0.01));
        assertThat(quality.sharpness()).isCloseTo(0, within(1e-9));
    }

    @Test
    void sharpnessIsTheVarianceOfTheLaplacian() {
        BufferedImage dot = new BufferedImage(3, 4, BufferedImage.TYPE_INT_RGB);
        dot.setRGB(1, 1, 0xffffff);

        // The two inner pixels have Laplacians −1020 and 255.
        assertThat(measure(dot, "png").sharpness()).isCloseTo(637.5 * 637.5, within(1e-6));
    }

    @Test
    void blackAndWhiteAreTheEndsOfTheScale() {
        BufferedImage black = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        BufferedImage white = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        white.setRGB(0, 0, 8, 8, Pictures.pixels(64, 0xffffff), 0, 8);

        assertThat(List.of(measure(black, "png").exposure(), measure(white, "png").exposure())).containsExactly(0.0,
                1.0);
    }

    @Test
    void coloursCountByTheirLuma() throws Exception {
        BufferedImage red = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 64, 48, Pictures.pixels(64 * 48, 0xc81414), 0, 64);
        double luma = (0.299 * 0xc8 + 0.587 * 0x14 + 0.114 * 0x14) / 255;

        assertThat(List.of(measure(red, "png"), measure(red, "jpg"), measure(Pictures.rgbJpeg(red))))
                .allSatisfy(quality -> {
                    assertThat(quality.exposure()).isCloseTo(luma, within(0.005));
                    assertThat(quality.sharpness()).isCloseTo(0, within(1e-9));
                });
    }

    @Test
    void aJpegIsAsSharpAsWhatItShows() throws Exception {
        assertThat(measure(PLATE, "jpg").sharpness()).isCloseTo(measure(PLATE, "png").sharpness(),
                withinPercentage(10));
    }

    private static ImageQuality measure(BufferedImage image, String format) {
        return measure(Pictures.encode(image, format));
    }

    private static ImageQuality measure(byte[] image) {
        LoadedImage loaded = new ImageLoader(List.of(), 10_000_000, 10_000_000).load(Frames.inline(image));
        return ((LoadedImage.Loaded) loaded).quality();
    }

    private static BufferedImage blurred(BufferedImage image) {
        float[] box = new float[49];
        Arrays.fill(box, 1f / 49);
        return new ConvolveOp(new Kernel(7, 7, box), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }
}
