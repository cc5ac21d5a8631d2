package dev.andon.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import dev.andon.core.frame.Area;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever bytes come, what is left of them is the same picture, or a picture with a mask, or there is a reason. */
class RedactionFuzzTest {

    private static final long MAX_PIXELS = 100_000;
    private static final int ORIENTATION_ALONE = 38;

    private final Redaction redaction = new Redaction(MAX_PIXELS);
    private final ImageLoader loader = new ImageLoader(List.of(), 1 << 20, MAX_PIXELS);

    @Test
    void metadata() throws IOException {
        Fuzzer.of("metadata", examples(), "Exif\0\0", "II*\0", "MM\0*", "ICC_PROFILE\0", "Adobe", "JFIF\0", "tEXt",
                "eXIf",
                "IEND", "!\u00fe", "!\u00ffNETSCAPE2.0", "\u00ff\u00e1", "\u00ff\u00fe", "\u00ff\u00da")
                .allocatingAtMost(40 << 20).run(this::withoutMetadata);
    }

    @Test
    void masks() throws IOException {
        Fuzzer.of("masked images", examples(), "Exif\0\0", "IHDR", "PLTE", "GIF89a", "BM").allocatingAtMost(40 << 20)
                .run(this::masked);
    }

    private boolean withoutMetadata(byte[] image) {
        return switch (redaction.redact(ImageBytes.of(image), List.of())) {
            case Redacted.Clean(ImageBytes clean) -> {
                assertThat(clean.size()).isLessThanOrEqualTo(image.length + ORIENTATION_ALONE);
                assertThat(redaction.redact(clean, List.of())).isInstanceOfSatisfying(Redacted.Clean.class,
                        again -> assertThat(again.image().array()).isEqualTo(clean.array()));
                assertShowsTheSame(clean.array(), image);
                yield true;
            }
            case Redacted.Unfit(String detail) -> told(detail);
        };
    }

    /** Damage can come to light: decoders tell of the first oddity only, and that may have been padding, which is gone. */
    private void assertShowsTheSame(byte[] clean, byte[] image) {
        if (loader.load(Frames.inline(image)) instanceof LoadedImage.Loaded before
                && loader.load(Frames.inline(clean)) instanceof LoadedImage.Loaded after) {
            assertThat(after.quality()).isEqualTo(before.quality());
        }
    }

    private boolean masked(byte[] image) {
        return switch (redaction.redact(ImageBytes.of(image), List.of(new Area(4, 4, 20, 10)))) {
            case Redacted.Clean(ImageBytes clean) -> {
                assertThat(loader.load(Frames.inline(clean.array()))).isInstanceOfSatisfying(LoadedImage.Loaded.class,
                        after -> assertThat(after.quality()).matches(ImageQuality::isPossible));
                yield true;
            }
            case Redacted.Unfit(String detail) -> told(detail);
        };
    }

    private static boolean told(String detail) {
        assertThat(detail).isNotBlank().hasSizeLessThan(1_000);
        return false;
    }

    private static List<byte[]> examples() throws IOException {
        return List.of(Tags.jpeg(small("jpg", BufferedImage.TYPE_INT_RGB), 6), Tags.jpeg(Pictures.cmykJpegOfAdobe(), 1),
                Tags.jpeg(Pictures.progressiveJpeg(64, 48), 3), Tags.png(small("png", BufferedImage.TYPE_INT_ARGB), 8),
                Tags.png(small("png", BufferedImage.TYPE_USHORT_GRAY), 1),
                Tags.gif(small("gif", BufferedImage.TYPE_BYTE_INDEXED)), small("bmp", BufferedImage.TYPE_INT_RGB));
    }

    private static byte[] small(String format, int type) {
        return Pictures.encode(Pictures.plate(48, 32, type), format);
    }
}
