package dev.andon.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import dev.andon.core.frame.ImageBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Metadata is gone, and the picture is the same. */
class RedactionTest {

    private static final int ORIENTATION_ALONE = 36;

    private final Redaction redaction = new Redaction(1_000_000);

    static List<byte[]> jpegs() throws IOException {
        return List.of(Pictures.jpeg(), Pictures.progressiveJpeg(), Pictures.cmykJpegOfAdobe(),
                Pictures.rgbJpeg(Pictures.plate(64, 48, BufferedImage.TYPE_INT_RGB)),
                Pictures.encode(Pictures.plate(64, 48, BufferedImage.TYPE_BYTE_GRAY), "jpg"));
    }

    @ParameterizedTest
    @MethodSource("jpegs")
    void aJpegIsWhatItWasBeforeAnybodyTaggedIt(byte[] jpeg) {
        assertThat(clean(Tags.jpeg(jpeg, 1))).isEqualTo(jpeg);
        assertThat(clean(jpeg)).isEqualTo(jpeg);
    }

    @Test
    void itsProfileStays() {
        byte[] profile = Tags.bytes("\u00ff\u00e2\0\u0012ICC_PROFILE\0\1\1xx");
        byte[] jpeg = Pictures.with(Pictures.jpeg(), 20, profile);

        assertThat(clean(Tags.jpeg(jpeg, 1))).isEqualTo(jpeg);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void anOrientationStaysAlone(int orientation) {
        for (byte[] image : List.of(Pictures.jpeg(), Pictures.png())) {
            boolean jpeg = image[0] == (byte) 0xff;
            byte[] tagged = jpeg ? Tags.jpeg(image, orientation) : Tags.png(image, orientation);
            ImageFormat format = jpeg ? ImageFormat.JPEG : ImageFormat.PNG;

            byte[] clean = clean(tagged);

            assertThat(Orientation.of(tagged, format)).isEqualTo(new Orientation(orientation))
                    .isEqualTo(Orientation.of(clean, format));
            assertThat(Tags.tell(clean)).isFalse();
            assertThat(clean).hasSizeBetween(image.length + 1, image.length + ORIENTATION_ALONE + 2);
            assertThat(clean(clean)).isEqualTo(clean);
        }
    }

    /** Values that there are none of, directories that are not there, and loops of them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "MM", "II*\0\u00ff\u00ff\u00ff\u007f", "II*\0\u00ff\u00ff\u00ff\u00ff",
        "II*\0\b\0\0\0\u00ff\u00ff", "MM\0*\0\0\0\b\0\1\1\u0012\0\3\0\0\0\1\0\u0009\0\0",
        "MM\0*\0\0\0\b\0\1\1\u0012\0\4\0\0\0\1\0\0\0\6", "XX\0*\0\0\0\b\0\0"})
    void anOrientationThatCannotBeReadIsNone(String tiff) {
        byte[] content = Tags.bytes("Exif\0\0" + tiff);
        byte[] exif = Tags.bytes("\u00ff\u00e1\0" + (char) (2 + content.length)
                + new String(content, StandardCharsets.ISO_8859_1));

        assertThat(clean(Pictures.with(Pictures.jpeg(), 2, exif))).isEqualTo(Pictures.jpeg());
    }

    static List<byte[]> pngs() {
        return IntStream
                .of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_USHORT_GRAY,
                        BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY)
                .mapToObj(type -> Pictures.encode(Pictures.plate(64, 48, type), "png")).toList();
    }

    @ParameterizedTest
    @MethodSource("pngs")
    void aPngIsWhatItWasBefore(byte[] png) {
        byte[] shown = Pictures.with(png, 33, Pictures.chunk(Tags.bytes("gAMA\0\0\u00b1\u008f")));

        assertThat(clean(Tags.png(shown, 1))).isEqualTo(shown);
        assertThat(clean(shown)).isEqualTo(shown);
    }

    @Test
    void aGifIsWhatItWasBefore() throws IOException {
        byte[] gif = Pictures.encode(Pictures.plate(64, 48, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        byte[] repeated = Pictures.animatedGif();

        assertThat(Tags.tell(Tags.gif(gif))).isTrue();
        assertThat(clean(Tags.gif(gif))).isEqualTo(gif);
        assertThat(clean(Tags.gif(repeated))).as("refused by its loader").isEqualTo(repeated);
    }

    @Test
    void aBmpHasNone() {
        byte[] bmp = Pictures.encode(Pictures.plate(64, 48, BufferedImage.TYPE_INT_RGB), "bmp");

        assertThat(clean(bmp)).isEqualTo(bmp);
    }

    @Test
    void anAnimationIsOneStill() {
        byte[] animated = Pictures.with(Pictures.png(), 33, Pictures.chunk(Tags.bytes("acTL\0\0\0\2\0\0\0\0")));

        assertThat(clean(animated)).isEqualTo(animated);
    }

    @Test
    void hugeNumbersOfPiecesCostNoMore() throws IOException {
        byte[] jpeg = Pictures.with(Pictures.jpeg(), 2, Pictures.times(2_000_000, 0xff, 0xfe, 0, 2));
        byte[] text = Pictures.chunk(Tags.bytes("tEXt"));
        int[] chunk = IntStream.range(0, text.length).map(i -> text[i]).toArray();
        byte[] png = Pictures.with(Pictures.png(), 33, Pictures.times(500_000, chunk));

        assertThat(clean(jpeg)).isEqualTo(Pictures.jpeg());
        assertThat(clean(png)).isEqualTo(Pictures.png());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff\u00e1", "\u00ff\u00e1\0", "\u00ff\u00e1\0\0", "\u00ff\u00e1\0\1",
        "\u00ff\u00fe\u00ff\u00ff"})
    void aSegmentThatIsCutOffIsDamage(String segment) {
        byte[] jpeg = Pictures.jpeg();
        byte[] cut = Pictures.with(Arrays.copyOf(jpeg, 20), 20, Tags.bytes(segment));

        assertThat(unfit(cut)).contains("the JPEG is damaged", "longer than what is left");
    }

    /** It could be a piece of the picture, and its loss unnoticed. */
    @Test
    void metadataWithinAScanIsDamage() {
        byte[] jpeg = Pictures.jpeg();
        byte[] odd = Pictures.with(jpeg, jpeg.length - 500, Tags.bytes("\u00ff\u00e5\0\4xx"));

        assertThat(unfit(odd)).contains("within the image itself");
    }

    @Test
    void chunksAndBlocksThatAreCutOffAreDamage() throws IOException {
        byte[] png = Pictures.png();
        byte[] gif = Pictures.gif(1);

        assertThat(unfit(Pictures.firstPart(png, 0.9))).contains("the PNG is damaged");
        assertThat(unfit(Arrays.copyOf(png, 8))).contains("the PNG is damaged");
        assertThat(unfit(Pictures.firstPart(gif, 0.9))).contains("the GIF is damaged: it is cut off");
        assertThat(unfit(Arrays.copyOf(gif, 9))).contains("the GIF is damaged: it is cut off");
        assertThat(unfit(Pictures.with(gif, gif.length - 1, new byte[]{7}))).contains("7 is the beginning of no block");
        assertThat(clean(Arrays.copyOf(gif, gif.length - 1))).as("without its end").hasSize(gif.length - 1);
    }

    @Test
    void whatIsNoImageIsUnfit() {
        assertThat(unfit(new byte[0])).contains("no image");
        assertThat(unfit("RIFF....WEBP".getBytes(StandardCharsets.US_ASCII))).contains("a WebP image");
    }

    @Test
    void allPixelsStay() throws IOException {
        for (byte[] jpeg : jpegs()) {
            assertThat(pixels(clean(Tags.jpeg(jpeg, 6)))).isEqualTo(pixels(jpeg));
        }
    }

    private static int[] pixels(byte[] image) throws IOException {
        DataBuffer all = ImageIO.read(new ByteArrayInputStream(image)).getRaster().getDataBuffer();
        return IntStream.range(0, all.getSize()).map(all::getElem).toArray();
    }

    private byte[] clean(byte[] image) {
        Redacted redacted = redaction.redact(ImageBytes.of(image), List.of());
        assertThat(redacted).isInstanceOf(Redacted.Clean.class);
        return ((Redacted.Clean) redacted).image().array();
    }

    private String unfit(byte[] image) {
        Redacted redacted = redaction.redact(ImageBytes.of(image), List.of());
        assertThat(redacted).isInstanceOf(Redacted.Unfit.class);
        return ((Redacted.Unfit) redacted).detail();
    }
}
