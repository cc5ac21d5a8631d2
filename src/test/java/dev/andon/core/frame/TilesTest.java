package dev.andon.core.frame;

import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TilesTest {

    private static final int WIDTH = 512;
    private static final int HEIGHT = 384;

    @ParameterizedTest
    @CsvSource({"512, 384", "500, 333", "33, 33", "32, 32", "31, 7", "1, 1"})
    void aFlatImageHasFlatTiles(int width, int height) {
        Tiles dark = Tiles.of(width, height, (x, y) -> 0.25);
        Tiles bright = Tiles.of(width, height, (x, y) -> 0.75);

        assertThat(dark.difference(bright)).isCloseTo(0.5, within(1e-4));
        assertThat(dark.difference(dark)).isZero();
    }

    @Test
    void blackAndWhiteAreTheEndsOfTheScale() {
        assertThat(Tiles.of(64, 64, (x, y) -> 0).difference(Tiles.of(64, 64, (x, y) -> 1))).isEqualTo(1);
    }

    /** In the last corner of its tile, which is 16 pixels wide and 12 high. */
    @Test
    void aPixelCountsInItsTileAlone() {
        Tiles dark = Tiles.of(WIDTH, HEIGHT, (x, y) -> 0);
        Tiles spot = Tiles.of(WIDTH, HEIGHT, (x, y) -> x == 175 && y == 251 ? 1 : 0);

        assertThat(spot.difference(dark)).isCloseTo(1 / (16.0 * 12), within(1e-4));
    }

    /** A scratch of 20 pixels, one wide, half as bright again, against noise in every pixel. */
    @RepeatedTest(20)
    void aScratchIsToldFromNoise(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int left = random.nextInt(WIDTH - 20);
        int row = random.nextInt(HEIGHT - 20);
        Tiles before = noisy(random, -1, -1);

        assertThat(before.difference(noisy(random, -1, -1))).isLessThan(0.006);
        assertThat(before.difference(noisy(random, left, row))).isGreaterThan(0.01);
    }

    @Test
    void theDifferenceIsTheSameBothWays() {
        Tiles one = noisy(new Random(1), 3, 5);
        Tiles other = noisy(new Random(2), 30, 50);

        assertThat(one.difference(other)).isEqualTo(other.difference(one));
    }

    @Test
    void whatIsKeptIsWhatWasMeasured() {
        Tiles tiles = noisy(new Random(1), 3, 5);

        assertThat(Tiles.of(tiles.bytes())).isEqualTo(tiles);
        assertThatThrownBy(() -> Tiles.of(new byte[7])).hasMessageContaining("not 7");
    }

    private static Tiles noisy(Random random, int left, int row) {
        return Tiles.of(WIDTH, HEIGHT, (x, y) -> 0.5 + 0.01 * random.nextGaussian()
                + (left >= 0 && x - left == y - row && x >= left && x < left + 20 ? 0.5 : 0));
    }
}
