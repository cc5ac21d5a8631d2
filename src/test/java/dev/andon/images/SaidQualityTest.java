package dev.andon.images;

import java.util.Arrays;
import java.util.List;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageQuality;
import dev.andon.images.LoadedImage.Failed;
import dev.andon.images.LoadedImage.Loaded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a frame says of the quality of its image spares measuring it, or even decoding it. */
class SaidQualityTest {

    private static final ImageQuality SAID = new ImageQuality(320, 240, 77, 0.25, 3);

    private final ImageLoader loader = new ImageLoader(List.of(), 1 << 20, 320 * 240);

    @Test
    void whatIsSaidIsNotMeasuredAgain() {
        LoadedImage image = loader.load(saying(SAID, Pictures.jpeg()), true, said -> false);

        assertThat(image).isInstanceOfSatisfying(Loaded.class, loaded -> {
            assertThat(loaded.quality()).isEqualTo(SAID);
            assertThat(loaded.tiles()).isNotNull();
        });
    }

    @Test
    void whatIsSaidOfAnImageOfAnotherSizeIsNotBelieved() {
        ImageQuality other = new ImageQuality(321, 240, 77, 0.25, 3);

        LoadedImage image = loader.load(saying(other, Pictures.jpeg()), true, said -> true);

        assertThat(image).isInstanceOfSatisfying(Loaded.class, loaded -> {
            assertThat(loaded.quality().size()).isEqualTo(SAID.size());
            assertThat(loaded.quality().sharpness()).isGreaterThan(1_000);
            assertThat(loaded.tiles()).isNotNull();
        });
    }

    @Test
    void anImageThatIsRefusedIsNotDecoded() {
        byte[] damaged = Pictures.jpeg();
        Arrays.fill(damaged, damaged.length / 2, damaged.length - 2, (byte) 0xff);

        LoadedImage refused = loader.load(saying(SAID, damaged), true, SAID::equals);

        assertThat(loader.load(saying(SAID, damaged))).isInstanceOf(Failed.class);
        assertThat(refused).isInstanceOfSatisfying(Loaded.class, loaded -> {
            assertThat(loaded.quality()).isEqualTo(SAID);
            assertThat(loaded.tiles()).isNull();
        });
    }

    /** People are shown such an image. */
    @Test
    void itIsWithinTheLimitsNevertheless() {
        ImageQuality large = new ImageQuality(30_000, 30_000, 77, 0.25, 3);

        assertThat(loader.load(saying(large, Pictures.pngThatClaims(30_000, 30_000)), false, said -> true))
                .isInstanceOf(Failed.class);
    }

    private static Frame saying(ImageQuality quality, byte[] image) {
        return Frames.inline(image).measured(quality);
    }
}
