package dev.andon.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import dev.andon.core.frame.Area;
import dev.andon.core.frame.ImageBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What masks cover is black, and the rest is as it was. */
class MaskingTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 60;
    private static final Area MASK = new Area(10, 20, 30, 16);

    private final Redaction redaction = new Redaction(WIDTH * HEIGHT);

    static Stream<BufferedImage> images() {
        Stream<BufferedImage> usual = IntStream.of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY).mapToObj(MaskingTest::bright);
        return Stream.concat(usual, Stream.of(deep(ColorSpace.CS_sRGB, 3, false), deep(ColorSpace.CS_sRGB, 4, true),
                deep(ColorSpace.CS_GRAY, 2, true)));
    }

    @ParameterizedTest
    @MethodSource("images")
    void aPngStaysOneWithAllItsPixels(BufferedImage image) throws IOException {
        byte[] png = Pictures.encode(image, "png");
        BufferedImage before = decoded(png);

        byte[] masked = masked(png, MASK);

        assertThat(format(masked)).isEqualTo(ImageFormat.PNG);
        BufferedImage after = decoded(masked);
        assertThat(after.getRaster().getNumBands()).isGreaterThanOrEqualTo(before.getRaster().getNumBands());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(after.getRGB(x, y)).as("%d, %d", x, y)
                        .isEqualTo(covered(x, y) ? 0xff000000 : before.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY})
    void aJpegStaysOne(int type) throws IOException {
        byte[] jpeg = Pictures.encode(bright(type), "jpg");
        BufferedImage before = decoded(jpeg);

        byte[] masked = masked(jpeg, MASK);

        assertThat(format(masked)).isEqualTo(ImageFormat.JPEG);
        BufferedImage after = decoded(masked);
        assertThat(after.getType()).isEqualTo(before.getType());
        assertThat(grey(after, 25, 28)).isCloseTo(0, within(3));
        assertThat(List.of(grey(after, 5, 5), grey(after, 60, 40), grey(after, 25, 50)))
                .allSatisfy(value -> assertThat(value).isCloseTo(grey(before, 5, 5), within(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void otherFormatsBecomePng(String format) throws IOException {
        byte[] masked = masked(Pictures.encode(bright(BufferedImage.TYPE_INT_RGB), format), MASK);

        assertThat(format(masked)).isEqualTo(ImageFormat.PNG);
        assertThat(decoded(masked).getRGB(25, 28)).isEqualTo(0xff000000);
        assertThat(grey(decoded(masked), 60, 40)).isCloseTo(220, within(5));
    }

    /** Masks are where people see them. */
    @ParameterizedTest
    @CsvSource({"1, 80, 60", "2, 80, 60", "3, 80, 60", "4, 80, 60", "5, 60, 80", "6, 60, 80", "7, 60, 80", "8, 60, 80"})
    void aPictureIsTurnedUprightFirst(int orientation, int width, int height) throws IOException {
        BufferedImage image = bright(BufferedImage.TYPE_INT_RGB);
        List<byte[]> turned = List.of(Tags.jpeg(Pictures.encode(image, "jpg"), orientation),
                Tags.png(Pictures.encode(image, "png"), orientation));
        for (byte[] tagged : turned) {
            byte[] masked = masked(tagged, new Area(0, 0, 16, 8));

            BufferedImage after = decoded(masked);
            assertThat(List.of(after.getWidth(), after.getHeight())).containsExactly(width, height);
            assertThat(grey(after, 3, 3)).isCloseTo(0, within(3));
            assertThat(grey(after, 20, 3)).isCloseTo(220, within(3));
            assertThat(grey(after, 3, 12)).isCloseTo(220, within(3));
            assertThat(Orientation.of(masked, format(masked)).isUpright()).isTrue();
            assertThat(Tags.tell(masked)).isFalse();
        }
    }

    @Test
    void aMaskReachesToTheEdgeAtMost() throws IOException {
        BufferedImage after = decoded(masked(Pictures.encode(bright(BufferedImage.TYPE_INT_RGB), "png"),
                new Area(79, 0, 99_999, 99_999), new Area(0, 59, Integer.MAX_VALUE, Integer.MAX_VALUE)));

        assertThat(List.of(after.getRGB(79, 0), after.getRGB(0, 59), after.getRGB(40, 59))).containsOnly(0xff000000);
        assertThat(grey(after, 78, 58)).isEqualTo(220);
    }

    @ParameterizedTest
    @CsvSource({"80, 0", "0, 60", "99999, 99999"})
    void aMaskThatMissesTheImageMakesItUnfit(int x, int y) {
        Area astray = new Area(x, y, 10, 10);

        assertThat(unfit(Pictures.encode(bright(BufferedImage.TYPE_INT_RGB), "png"), MASK, astray)).isEqualTo(
                "the mask " + astray + " lies outside of the PNG, which has 80 x 60 pixels: give x,y,width,height in"
                        + " pixels of the upright image");
    }

    @Test
    void whatCannotBeDecodedIsUnfit() throws IOException {
        assertThat(unfit(Pictures.cmykJpeg(), MASK)).contains("four components");
        assertThat(unfit(Pictures.jpeg(), MASK)).contains("320 x 240 pixels, at most 4800");
        assertThat(unfit(Pictures.pngThatClaims(30_000, 30_000), MASK)).contains("raise images.maxPixels");
        assertThat(unfit(Pictures.firstPart(Pictures.jpeg(), 0.5), MASK)).contains("cut off");
        assertThat(unfit(Pictures.animatedGif(), MASK)).contains("animation");
    }

    @Test
    void theSameImageGivesTheSameBytes() {
        byte[] jpeg = Pictures.encode(bright(BufferedImage.TYPE_INT_RGB), "jpg");

        assertThat(masked(jpeg, MASK)).isEqualTo(masked(jpeg, MASK));
    }

    private static ImageFormat format(byte[] image) {
        try {
            return ImageFormat.detect(image);
        } catch (Unusable e) {
            throw new AssertionError(e);
        }
    }

    private static boolean covered(int x, int y) {
        return x >= MASK.x() && x < MASK.x() + MASK.width() && y >= MASK.y() && y < MASK.y() + MASK.height();
    }

    private static BufferedImage bright(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        image.setRGB(0, 0, WIDTH, HEIGHT, Pictures.pixels(WIDTH * HEIGHT, 0xffdcdcdc), 0, WIDTH);
        return image;
    }

    /** Of 16 bits. */
    private static BufferedImage deep(int space, int bands, boolean alpha) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, bands, null);
        for (int i = 0; i < raster.getDataBuffer().getSize(); i++) {
            raster.getDataBuffer().setElem(i, 40_000 + i % 7_000);
        }
        return new BufferedImage(new ComponentColorModel(ColorSpace.getInstance(space), alpha, false,
                alpha ? java.awt.Transparency.TRANSLUCENT : java.awt.Transparency.OPAQUE, DataBuffer.TYPE_USHORT),
                raster,
                false, null);
    }

    private static BufferedImage decoded(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    /** The first sample, as it is stored. */
    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getNumBands() == 1
                ? image.getRaster().getSample(x, y, 0)
                : image.getRGB(x, y) >> 8 & 0xff;
    }

    private byte[] masked(byte[] image, Area... masks) {
        Redacted redacted = redaction.redact(ImageBytes.of(image), List.of(masks));
        assertThat(redacted).isInstanceOf(Redacted.Clean.class);
        return ((Redacted.Clean) redacted).image().array();
    }

    private String unfit(byte[] image, Area... masks) {
        Redacted redacted = redaction.redact(ImageBytes.of(image), List.of(masks));
        assertThat(redacted).isInstanceOf(Redacted.Unfit.class);
        return ((Redacted.Unfit) redacted).detail();
    }
}
