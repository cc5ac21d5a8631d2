package dev.andon.demo.cameras;

import java.util.random.RandomGenerator;

/** Uneven light, gain and noise: the last step before the encoder. Any thread: nothing changes after construction. */
final class Sensor {

    private static final int NOISE = 1 << 16;
    private static final int UNIT = 10;

    private final short[] noise = new short[NOISE];
    private final double slopeX;
    private final double slopeY;

    Sensor(RandomGenerator random) {
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (short) (random.nextGaussian() * (1 << UNIT));
        }
        slopeX = random.nextDouble(-0.09, 0.09);
        slopeY = random.nextDouble(-0.09, 0.09);
    }

    /**
     * Exposes packed RGB pixels in place.
     *
     * @param gain  1 is normal light
     * @param sigma of the noise, grey values
     */
    void expose(int[] pixels, int width, double gain, double sigma, RandomGenerator random) {
        int height = pixels.length / width;
        int loud = (int) (sigma * 256);
        for (int y = 0; y < height; y++) {
            int from = random.nextInt(NOISE);
            double light = 1 + slopeY * (2.0 * y / height - 1);
            for (int x = 0; x < width; x++) {
                int factor = (int) (gain * 256 * (light + slopeX * (2.0 * x / width - 1)));
                int pixel = pixels[y * width + x];
                int luma = (noise[(from + x) & (NOISE - 1)] * loud) >> (UNIT + 8);
                int chroma = (noise[(from + x * 7) & (NOISE - 1)] * loud) >> (UNIT + 9);
                pixels[y * width + x] = (level(((pixel >> 16) & 0xff) * factor, luma + chroma) << 16)
                        | (level(((pixel >> 8) & 0xff) * factor, luma) << 8)
                        | level((pixel & 0xff) * factor, luma - chroma);
            }
        }
    }

    private static int level(int scaled, int noise) {
        return Math.clamp((scaled >> 8) + noise, 0, 255);
    }
}
