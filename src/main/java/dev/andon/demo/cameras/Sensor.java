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
     * Exposes packed RGB pixels.
     *
     * @param exposed receives blue, green, red, row by row
     * @param gain     1 is normal light
     * @param sigma   of the noise, grey values
     */
    void expose(int[] pixels, byte[] exposed, int width, double gain, double sigma, RandomGenerator random) {
        int height = pixels.length / width;
        int loud = (int) (sigma * 256);
        int[] across = new int[width];
        for (int x = 0; x < width; x++) {
            across[x] = (int) (gain * 4096 * (1 + slopeX * (2.0 * x / width - 1)));
        }
        for (int y = 0; y < height; y++) {
            int down = (int) (256 * (1 + slopeY * (2.0 * y / height - 1)));
            exposeRow(pixels, exposed, y * width, across, down, loud, random.nextInt(NOISE));
        }
    }

    private void exposeRow(int[] pixels, byte[] exposed, int start, int[] across, int down, int loud, int from) {
        for (int x = 0; x < across.length; x++) {
            int factor = (across[x] * down) >> 12;
            int pixel = pixels[start + x];
            int luma = (noise[(from + x) & (NOISE - 1)] * loud) >> (UNIT + 8);
            int chroma = (noise[(from + x * 7) & (NOISE - 1)] * loud) >> (UNIT + 9);
            int at = (start + x) * 3;
            exposed[at] = level((pixel & 0xff) * factor, luma - chroma);
            exposed[at + 1] = level(((pixel >> 8) & 0xff) * factor, luma);
            exposed[at + 2] = level(((pixel >> 16) & 0xff) * factor, luma + chroma);
        }
    }

    private static byte level(int scaled, int noise) {
        return (byte) Math.max(0, Math.min(255, (scaled >> 8) + noise));
    }
}
