package dev.andon.images;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Images damaged at random: whatever comes, the loader answers. */
class HostileImagesTest {

    private static final int MUTANTS = 400;

    private final ImageLoader loader = new ImageLoader(List.of(), 1_000_000, 200_000);

    static Stream<Arguments> images() throws IOException {
        return Stream.of(arguments("JPEG", Pictures.jpeg()), arguments("progressive", Pictures.progressiveJpeg()),
                arguments("CMYK", Pictures.cmykJpeg()), arguments("PNG", Pictures.png()),
                arguments("GIF", Pictures.gif(1)),
                arguments("BMP", Pictures.encode(Pictures.plate(60, 40, 1), "bmp")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void everyMutantIsAnswered(String name, byte[] image) {
        Random random = new Random(name.hashCode());

        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < MUTANTS; i++) {
                assertThat(loader.load(Frames.inline(mutate(image, random)))).isNotNull();
            }
        });
    }

    /** Most damage goes to the first 700 bytes, where the headers are. */
    private static byte[] mutate(byte[] image, Random random) {
        byte[] mutant = image.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int bound = random.nextInt(4) > 0 ? Math.min(700, mutant.length) : mutant.length;
            mutant[random.nextInt(2, bound)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(mutant, random.nextInt(mutant.length));
            case 1 -> withoutAPiece(mutant, random);
            default -> mutant;
        };
    }

    private static byte[] withoutAPiece(byte[] image, Random random) {
        int from = random.nextInt(2, image.length);
        int to = Math.min(image.length, from + random.nextInt(64));
        byte[] rest = Arrays.copyOf(image, image.length - (to - from));
        System.arraycopy(image, to, rest, from, image.length - to);
        return rest;
    }
}
