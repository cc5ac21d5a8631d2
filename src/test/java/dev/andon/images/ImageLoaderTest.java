package dev.andon.images;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;
import dev.andon.images.LoadedImage.Failed;
import dev.andon.images.LoadedImage.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ImageLoaderTest {

    private static final int MAX_BYTES = 200_000;
    private static final long MAX_PIXELS = 640 * 480;

    private final ImageLoader loader = new ImageLoader(List.of(), MAX_BYTES, MAX_PIXELS);

    static Stream<Arguments> good() throws Exception {
        return Stream.of(
                arguments("JPEG", Pictures.jpeg(), "image/jpeg", 320, 240),
                arguments("progressive JPEG", Pictures.progressiveJpeg(), "image/jpeg", 320, 240),
                arguments("grey JPEG", grey("jpg"), "image/jpeg", 90, 70),
                arguments("CMYK JPEG", Pictures.cmykJpeg(), "image/jpeg", 64, 48),
                arguments("JPEG with padding", padded(Pictures.jpeg()), "image/jpeg", 320, 240),
                arguments("PNG declared as JPEG", Pictures.png(), "image/png", 160, 120),
                arguments("16-bit PNG", Pictures.encode(
                        Pictures.plate(90, 70, BufferedImage.TYPE_USHORT_GRAY), "png"), "image/png", 90, 70),
                arguments("PNG with alpha", Pictures.encode(
                        Pictures.plate(90, 70, BufferedImage.TYPE_INT_ARGB), "png"), "image/png", 90, 70),
                arguments("long and thin", Pictures.encode(
                        Pictures.plate(30_000, 2, BufferedImage.TYPE_INT_RGB), "png"), "image/png", 30_000, 2),
                arguments("one pixel", Pictures.encode(
                        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png"), "image/png", 1, 1),
                arguments("GIF", Pictures.gif(1), "image/gif", 100, 80),
                arguments("BMP", Pictures.encode(
                        Pictures.plate(90, 70, BufferedImage.TYPE_INT_RGB), "bmp"), "image/bmp", 90, 70));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void good(String name, byte[] image, String contentType, int width, int height) {
        LoadedImage loaded = loader.load(Frames.inline(image));

        assertThat(loaded).asInstanceOf(type(Loaded.class)).satisfies(it -> {
            assertThat(it.bytes().array()).isSameAs(image);
            assertThat(it.contentType()).isEqualTo(contentType);
            assertThat(it.quality().width()).isEqualTo(width);
            assertThat(it.quality().height()).isEqualTo(height);
            assertThat(it.quality().exposure()).isBetween(0.0, 1.0);
            assertThat(it.quality().sharpness()).isNotNegative().isFinite();
        });
    }

    static Stream<Arguments> bad() throws Exception {
        return Stream.of(
                arguments("empty", new byte[0], "there are none"),
                arguments("text", "<html>404</html>".getBytes(StandardCharsets.US_ASCII), "no image that is known"),
                arguments("WebP", "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), "a WebP image"),
                arguments("TIFF", "II*\0....".getBytes(StandardCharsets.US_ASCII), "a TIFF image"),
                arguments("three bytes of JPEG", Pictures.firstPart(Pictures.jpeg(), 0.001), "JPEG"),
                arguments("JPEG header alone", Arrays.copyOf(Pictures.jpeg(), 200), "JPEG is cut off"),
                arguments("half a JPEG", Pictures.firstPart(Pictures.jpeg(), 0.5), "JPEG is cut off"),
                arguments("JPEG short of a byte", Pictures.firstPart(Pictures.jpeg(), 0.9999), "JPEG is cut off"),
                arguments("JPEG with a hole, ended", hole(Pictures.jpeg()), "JPEG is damaged"),
                arguments("JPEG of 20,001 scans", manyScans(), "20001 scans, at most 64"),
                arguments("half a PNG", Pictures.firstPart(Pictures.png(), 0.5), "PNG is damaged"),
                arguments("half a GIF", Pictures.firstPart(Pictures.gif(1), 0.4), "GIF is damaged"),
                arguments("half a BMP", Pictures.firstPart(Pictures.encode(
                        Pictures.plate(90, 70, BufferedImage.TYPE_INT_RGB), "bmp"), 0.5), "BMP is damaged"),
                arguments("PNG bomb", Pictures.pngThatClaims(65_500, 65_500), "65500 x 65500 pixels, at most 307200"),
                arguments("PNG of 2^62 pixels", Pictures.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE),
                        "2147483647 x 2147483647 pixels"),
                arguments("PNG of negative size", Pictures.pngThatClaims(-1, 10), "PNG is damaged"),
                arguments("JPEG bomb", Pictures.jpegThatClaims(0xc0, 65_500, 65_500), "65500 x 65500 pixels"),
                arguments("lossless JPEG", Pictures.jpegThatClaims(0xc3, 640, 480), "JPEG is lossless"),
                arguments("arithmetic JPEG", Pictures.jpegThatClaims(0xc9, 640, 480), "JPEG is of process 9"),
                arguments("JPEG of 45,000 segments",
                        Pictures.with(Pictures.jpeg(), 2, Pictures.times(45_000, 0xff, 0xe1, 0,
                                2)),
                        "more than 2000 segments"),
                arguments("JPEG of 1,000 Huffman tables",
                        Pictures.with(Pictures.jpeg(), 2,
                                Pictures.times(1_000, 0xff, 0xc4, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0,
                                        0, 0, 0, 0, 0, 0, 0, 0, 0, 5)),
                        "more than 64 segments of Huffman tables"),
                arguments("progressive JPEG of most pixels", Pictures.progressiveJpeg(640, 480),
                        "307200 pixels in 10 scans, at most 122880"),
                arguments("animated GIF", Pictures.animatedGif(), "the GIF is an animation"),
                arguments("animated PNG", Pictures.with(Pictures.png(), 33, Pictures.chunk(new byte[]{'a', 'c', 'T',
                    'L', 0, 0, 0, 1, 0, 0, 0, 0})), "the PNG is an animation"),
                arguments("PNG of 10,001 chunks", Pictures.with(Pictures.png(), 33, manyChunks()),
                        "more than 10000 chunks"),
                arguments("PNG with a flipped bit", flipped(Pictures.png(), 60), "checksum of a chunk is wrong"),
                arguments("PNG without end", Arrays.copyOf(Pictures.png(), Pictures.png().length - 12),
                        "it is cut off"),
                arguments("PNG of one row", Pictures.pngThatClaims(300_000, 1), "at most 65535 are decoded along"),
                arguments("BMP around a PNG", bmpAround(Pictures.pngThatClaims(10_000, 10_000)),
                        "compression 5; 0 to 3"),
                arguments("too many bytes", Arrays.copyOf(Pictures.jpeg(), MAX_BYTES + 1),
                        "200001 bytes, at most 200000 are read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad(String name, byte[] image, String detail) {
        LoadedImage loaded = loader.load(Frames.inline(image));

        assertThat(loaded).asInstanceOf(type(Failed.class)).extracting(Failed::detail).asString().contains(detail);
    }

    @Test
    void aWrongSizeFails() {
        byte[] image = Pictures.jpeg();

        LoadedImage loaded = loader.load(declared(image, image.length + 1L, Sha256.hex(image)));

        assertThat(loaded).isEqualTo(new Failed("the image has " + image.length + " bytes, but the frame declares "
                + (image.length + 1)));
    }

    @Test
    void sizeZeroStandsForNone() {
        byte[] image = Pictures.jpeg();

        assertThat(loader.load(declared(image, 0, Sha256.hex(image)))).isInstanceOf(Loaded.class);
    }

    @Test
    void aWrongOrMissingDigestFails() {
        byte[] image = Pictures.jpeg();

        for (String digest : List.of("", "0".repeat(64))) {
            assertThat(loader.load(declared(image, image.length, digest))).asInstanceOf(type(Failed.class))
                    .extracting(Failed::detail).asString().contains(Sha256.hex(image)).endsWith("'" + digest + "'");
        }
    }

    private static Frame declared(byte[] image, long size, String sha256) {
        return Frames.of(new ImageSource.Inline(ImageBytes.of(image)), size, sha256, "image/jpeg");
    }

    private static byte[] grey(String format) {
        return Pictures.encode(Pictures.plate(90, 70, BufferedImage.TYPE_BYTE_GRAY), format);
    }

    private static byte[] padded(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length + 512);
    }

    /** The second half of the pixels is gone, but the end marker is there. */
    private static byte[] hole(byte[] jpeg) {
        byte[] half = Pictures.firstPart(jpeg, 0.5);
        half[half.length - 2] = (byte) 0xff;
        half[half.length - 1] = (byte) 0xd9;
        return half;
    }

    private static byte[] manyChunks() {
        byte[] chunk = Pictures.chunk(new byte[]{'a', 'b', 'C', 'd'});
        return Pictures.times(10_001, ints(chunk));
    }

    private static int[] ints(byte[] bytes) {
        int[] ints = new int[bytes.length];
        Arrays.setAll(ints, i -> bytes[i]);
        return ints;
    }

    private static byte[] flipped(byte[] image, int index) {
        image[index] ^= 1;
        return image;
    }

    /** 10 by 10 pixels by its header. */
    private static byte[] bmpAround(byte[] png) {
        ByteBuffer bmp = ByteBuffer.allocate(54 + png.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(54).putInt(40).putInt(10).putInt(10)
                .putShort((short) 1).putShort((short) 24).putInt(5).putInt(png.length).position(54);
        return bmp.put(png).array();
    }

    /** Start-of-scan markers in place of everything behind the first 1,000 bytes. */
    private static byte[] manyScans() {
        byte[] jpeg = Arrays.copyOf(Pictures.jpeg(), 41_000);
        for (int i = 1_000; i < jpeg.length; i += 2) {
            jpeg[i] = (byte) 0xff;
            jpeg[i + 1] = (byte) 0xda;
        }
        return jpeg;
    }
}
