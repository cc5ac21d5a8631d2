package dev.andon.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"1,1", "7,513", "1026,3", "1283,961"})
    void aJpegOfAnySizeIsMeasured(int width, int height) {
        BufferedImage shaded = grey(width, height, (x, y) -> 60 + 100.0 * x / width + 40.0 * y / height);

        ImageQuality jpeg = measure(colour(shaded), "jpg");

        assertThat(jpeg.size()).isEqualTo(new ImageSize(width, height));
        assertThat(jpeg.exposure()).isCloseTo(measure(shaded, "png").exposure(), within(0.005));
    }

    @ParameterizedTest
    @ValueSource(ints = {ColorSpace.CS_sRGB, ColorSpace.CS_LINEAR_RGB, ColorSpace.CS_GRAY, ColorSpace.CS_CIEXYZ})
    void aProfileChangesNothing(int profile) {
        byte[] plain = Pictures.encode(PLATE, "jpg");

        assertThat(measure(Pictures.withProfile(plain, profile))).isEqualTo(measure(plain));
    }

    @Test
    void whatSeemsToBeJfifIsStillRead() throws Exception {
        byte[] jpeg = Pictures.rgbJpegThatSeemsJfif(PLATE);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(jpeg));

        assertThat(measure(jpeg).exposure()).isCloseTo(measure(shown, "png").exposure(), within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"2,400", "10,400", "10,1500", "25,1500"})
    void noiseIsTheStandardDeviationOfWhatWasAdded(double sigma, int width) {
        Random random = new Random(1);

        ImageQuality quality = measure(grey(width, 300, (x, y) -> 90 + x / 20 + random.nextGaussian(0, sigma)), "png");

        assertThat(quality.noise()).isCloseTo(sigma, withinPercentage(3));
    }

    @Test
    void gradientsAndStraightEdgesAreNoNoise() {
        BufferedImage smooth = grey(400, 300, (x, y) -> x / 4 + y / 3);
        BufferedImage edges = grey(400, 300, (x, y) -> x / 50 % 2 * 200 + y / 70 % 2 * 50);

        assertThat(List.of(measure(smooth, "png").noise(), measure(edges, "png").noise()))
                .allSatisfy(noise -> assertThat(noise).isCloseTo(0, within(1e-9)));
    }

    @Test
    void aSingleDotIsNoiseAsImmerkaerCountsIt() {
        BufferedImage dot = new BufferedImage(3, 4, BufferedImage.TYPE_INT_RGB);
        dot.setRGB(1, 1, 0xffffff);

        // The two inner pixels answer with 4 and −2 times 255.
        assertThat(measure(dot, "png").noise()).isCloseTo(Math.sqrt(Math.PI / 2) / 6 * 3 * 255, within(1e-6));
    }

    @Test
    void theBoundsOfWhatIsPossibleAreReached() {
        ImageQuality chequered = measure(grey(64, 64, (x, y) -> (x + y) % 2 * 255), "png");
        double most = Math.sqrt(Math.PI / 2) / 6 * 2_040;

        assertThat(chequered.sharpness()).isCloseTo(1_020 * 1_020, within(1e-3));
        assertThat(chequered.noise()).isCloseTo(most, within(1e-9));
        assertThat(chequered.isPossible()).isTrue();
    }

    private static BufferedImage colour(BufferedImage image) {
        BufferedImage colour = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colour.setRGB(x, y, image.getRaster().getSample(x, y, 0) * 0x10101);
            }
        }
        return colour;
    }

    private static BufferedImage grey(int width, int height, Shade shade) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, Math.clamp(Math.round(shade.at(x, y)), 0, 255));
            }
        }
        return image;
    }

    /** Grey values, 0 to 255. */
    @FunctionalInterface
    private interface Shade {
        double at(int x, int y);
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
