package dev.andon.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSize;
import dev.andon.images.LoadedImage.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DownscalerTest {

    private final Downscaler downscaler = new Downscaler();

    @ParameterizedTest
    @CsvSource({"640, 480, 100, 100, 75", "480, 640, 100, 75, 100", "2000, 20, 64, 64, 1", "999, 501, 998, 998, 500",
        "640, 480, 320, 320, 240", "641, 479, 160, 160, 120"})
    void theLongerSideIsBroughtToTheLimit(int width, int height, int limit, int newWidth, int newHeight)
            throws IOException {
        SmallerCopy copy = copy(Pictures.encode(Pictures.plate(width, height, BufferedImage.TYPE_INT_RGB), "jpg"),
                limit);

        assertThat(copy.size()).isEqualTo(new ImageSize(newWidth, newHeight));
        assertThat(copy.contentType()).isEqualTo("image/jpeg");
        assertThat(copy.bytes().array()).startsWith(0xff, 0xd8);
        BufferedImage decoded = decoded(copy);
        assertThat(new ImageSize(decoded.getWidth(), decoded.getHeight())).isEqualTo(copy.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 321})
    void anImageWithinTheLimitIsSentAsItIs(int limit) {
        assertThat(downscaler.copy(loaded(Pictures.jpeg()), limit)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY})
    void aCopyShowsWhatTheImageShows(int type) throws IOException {
        Loaded image = loaded(Pictures.encode(Pictures.plate(640, 480, type), "png"));

        SmallerCopy copy = downscaler.copy(image, 160).orElseThrow();

        assertThat(quality(copy).exposure()).isCloseTo(image.quality().exposure(), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
    void everyFormatIsScaled(String format) throws IOException {
        Loaded image = loaded(Pictures.encode(Pictures.plate(640, 480, BufferedImage.TYPE_INT_RGB), format));

        SmallerCopy copy = downscaler.copy(image, 160).orElseThrow();

        assertThat(quality(copy).exposure()).isCloseTo(image.quality().exposure(), within(0.01));
    }

    @Test
    void jpegsOfEveryKindAreScaled() throws IOException {
        BufferedImage red = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 64, 48, Pictures.pixels(64 * 48, 0xc81414), 0, 64);

        for (byte[] jpeg : List.of(Pictures.cmykJpegOfAdobe(), Pictures.progressiveJpeg(), Pictures.rgbJpeg(red))) {
            Loaded image = loaded(jpeg);
            SmallerCopy copy = downscaler.copy(image, 32).orElseThrow();

            assertThat(quality(copy).exposure()).isCloseTo(image.quality().exposure(), within(0.02));
        }
    }

    @Test
    void coloursStayWhatTheyAre() throws IOException {
        BufferedImage halves = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        halves.setRGB(0, 0, 200, 200, Pictures.pixels(200 * 200, 0xc81414), 0, 200);
        halves.setRGB(200, 0, 200, 200, Pictures.pixels(200 * 200, 0x1432c8), 0, 200);

        BufferedImage small = decoded(copy(Pictures.encode(halves, "png"), 100));

        assertColour(small, 20, 25, 0xc81414);
        assertColour(small, 80, 25, 0x1432c8);
        assertColour(small, 99, 49, 0x1432c8);
    }

    @Test
    void whatIsTransparentStandsOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = clear.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, 100, 100);
        pen.dispose();

        BufferedImage small = decoded(copy(Pictures.encode(clear, "png"), 100));

        assertColour(small, 20, 25, 0x000000);
        assertColour(small, 80, 25, 0xffffff);
    }

    /** Columns of one pixel: taking every second one would make the image black or white. */
    @Test
    void whatIsFinerThanACopyCanShowIsAveraged() throws IOException {
        BufferedImage stripes = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 200; x += 2) {
            for (int y = 0; y < 100; y++) {
                stripes.getRaster().setSample(x, y, 0, 200);
            }
        }

        BufferedImage small = decoded(copy(Pictures.encode(stripes, "png"), 100));

        assertThat(small.getRaster().getSample(50, 25, 0)).isCloseTo(100, within(3));
    }

    /** A dark corner, which the camera's tag says belongs elsewhere. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1", "9, 0, 0"})
    void aCopyStandsUpright(int orientation, int right, int below) throws IOException {
        BufferedImage corner = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        corner.setRGB(0, 0, 400, 200, Pictures.pixels(400 * 200, 0xf0f0f0), 0, 400);
        corner.setRGB(0, 0, 100, 100, Pictures.pixels(100 * 100, 0x101010), 0, 100);
        byte[] jpeg = Pictures.with(Pictures.encode(corner, "jpg"), 2, exif(orientation));

        SmallerCopy copy = copy(jpeg, 100);

        boolean onItsSide = orientation >= 5 && orientation <= 8;
        assertThat(copy.size()).isEqualTo(onItsSide ? new ImageSize(50, 100) : new ImageSize(100, 50));
        assertColour(decoded(copy), right * (copy.size().width() - 1), below * (copy.size().height() - 1), 0x101010);
        assertColour(decoded(copy), (1 - right) * (copy.size().width() - 1),
                (1 - below) * (copy.size().height() - 1), 0xf0f0f0);
    }

    /** The tag itself is there, what it is to point to is not. */
    @Test
    void anExifSegmentThatIsCutOffSaysNothing() throws IOException {
        byte[] cut = {(byte) 0xff, (byte) 0xe1, 0, 16, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8};

        SmallerCopy copy = copy(Pictures.with(Pictures.jpeg(), 2, cut), 64);

        assertThat(copy.size()).isEqualTo(new ImageSize(64, 48));
    }

    @Test
    void whatFourComponentsMeanIsNotGuessed() throws IOException {
        assertThat(downscaler.copy(loaded(Pictures.cmykJpeg()), 32)).isEmpty();
    }

    /** What no loader would let through: the bytes are no image any more. */
    @Test
    void anImageThatCannotBeScaledIsSentAsItIs() {
        byte[] jpeg = Pictures.jpeg();
        Loaded damaged = new Loaded(ImageBytes.of(Pictures.firstPart(jpeg, 0.01)), "image/jpeg",
                new ImageQuality(320, 240, 1, 0.5, 2), null);

        assertThat(downscaler.copy(damaged, 64)).isEmpty();
    }

    @Test
    void theSameImageIsTheSameCopy() {
        byte[] jpeg = Pictures.jpeg();

        assertThat(copy(jpeg, 100).bytes().array()).isEqualTo(copy(jpeg, 100).bytes().array());
    }

    private SmallerCopy copy(byte[] image, int limit) {
        Optional<SmallerCopy> copy = downscaler.copy(loaded(image), limit);
        return copy.orElseThrow();
    }

    private static ImageQuality quality(SmallerCopy copy) {
        return loaded(copy.bytes().array()).quality();
    }

    private static Loaded loaded(byte[] image) {
        return (Loaded) new ImageLoader(List.of(), 10_000_000, 10_000_000).load(Frames.inline(image));
    }

    private static BufferedImage decoded(SmallerCopy copy) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(copy.bytes().array()));
    }

    private static void assertColour(BufferedImage image, int x, int y, int colour) {
        int rgb = image.getRGB(x, y);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(rgb >> shift & 0xff).as("%x at %d, %d", rgb, x, y).isCloseTo(colour >> shift & 0xff, within(12));
        }
    }

    /** APP1 with a TIFF directory of one entry. */
    private static byte[] exif(int orientation) {
        return new byte[]{(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
    }
}
