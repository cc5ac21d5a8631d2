package dev.andon.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import dev.andon.core.frame.ImageQuality;
import dev.andon.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever bytes a frame holds, they are an image within the limits, or there is a reason. */
class ImagesFuzzTest {

    private static final long MAX_PIXELS = 1_000_000;

    private final ImageLoader loader = new ImageLoader(List.of(), 1 << 20, MAX_PIXELS);

    @Test
    void jpegs() throws IOException {
        Fuzzer.of("JPEGs", List.of(small("jpg", BufferedImage.TYPE_INT_RGB), small("jpg", BufferedImage.TYPE_BYTE_GRAY),
                Pictures.progressiveJpeg(), Pictures.cmykJpeg(),
                Pictures.jpegThatClaims(0xc1, 320, 240)), "\u0001", "JFIF\0", "Adobe\0", "ICC_PROFILE\0", "Exif\0\0")
                .allocatingAtMost(40 << 20).run(this::load);
    }

    @Test
    void otherImages() throws IOException {
        Fuzzer.of("PNGs, GIFs and BMPs", List.of(small("png", BufferedImage.TYPE_INT_ARGB), small("png",
                BufferedImage.TYPE_USHORT_GRAY), small("png", BufferedImage.TYPE_BYTE_INDEXED),
                small("png",
                        BufferedImage.TYPE_BYTE_BINARY),
                small("gif", BufferedImage.TYPE_BYTE_INDEXED), Pictures.animatedGif(), small("bmp",
                        BufferedImage.TYPE_INT_RGB),
                small("bmp", BufferedImage.TYPE_BYTE_INDEXED)), "IHDR", "IDAT", "PLTE", "tRNS", "IEND", "iCCP", "zTXt",
                "NETSCAPE2.0", "!\u00f9", "BM", "GIF89a").allocatingAtMost(40 << 20).run(this::load);
    }

    private boolean load(byte[] image) {
        LoadedImage result = loader.load(Frames.inline(image));
        switch (result) {
            case LoadedImage.Loaded loaded -> {
                assertThat((long) loaded.quality().width() * loaded.quality().height()).isBetween(1L, MAX_PIXELS);
                assertThat(loaded.quality()).matches(ImageQuality::isPossible, "possible");
            }
            case LoadedImage.Failed(String detail) -> assertThat(detail).isNotBlank().hasSizeLessThan(1_000);
        }
        return result instanceof LoadedImage.Loaded;
    }

    private static byte[] small(String format, int type) {
        return Pictures.encode(Pictures.plate(48, 32, type), format);
    }
}
