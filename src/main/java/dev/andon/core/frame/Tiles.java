package dev.andon.core.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The brightness of an image in {@value #SIDE} × {@value #SIDE} tiles, by which two images can be compared without the
 * images. Immutable; any thread.
 *
 * <p>The difference of two images is the largest of a tile, not the mean over all: a scratch changes a few tiles, and
 * would be a thousandth of a mean. Noise of single pixels, which changes all of them, is small in a tile, since a tile is a
 * mean.
 */
public final class Tiles {

    public static final int SIDE = 32;

    /** Bytes of {@link #bytes()}: two for each tile, so that rounding is far below what is compared. */
    public static final int BYTES = SIDE * SIDE * Short.BYTES;

    private static final int WHITE = 0xffff;

    /** The brightness of a pixel. */
    @FunctionalInterface
    public interface Brightness {

        /** From 0 (black) to 1 (white). */
        double at(int x, int y);
    }

    private final byte[] bytes;

    private Tiles(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of an image of this size; where it is narrower than the tiles are many, they share pixels. */
    public static Tiles of(int width, int height, Brightness brightness) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double mean = mean(brightness, column * width / SIDE, end(column, width), row * height / SIDE,
                        end(row, height));
                bytes.putShort((short) Math.round(Math.clamp(mean, 0, 1) * WHITE));
            }
        }
        return new Tiles(bytes.array());
    }

    /**
     * As they were kept.
     *
     * @throws IllegalArgumentException unless there are {@link #BYTES}
     */
    public static Tiles of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("tiles have " + BYTES + " bytes, not " + bytes.length);
        }
        return new Tiles(bytes.clone());
    }

    /** To be kept. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The largest difference of a tile, 0 to 1. */
    public double difference(Tiles other) {
        ByteBuffer these = ByteBuffer.wrap(bytes);
        ByteBuffer those = ByteBuffer.wrap(other.bytes);
        int largest = 0;
        while (these.hasRemaining()) {
            largest = Math.max(largest, Math.abs((these.getShort() & WHITE) - (those.getShort() & WHITE)));
        }
        return (double) largest / WHITE;
    }

    private static int end(int tile, int size) {
        return Math.max(tile * size / SIDE + 1, (tile + 1) * size / SIDE);
    }

    private static double mean(Brightness brightness, int left, int right, int top, int bottom) {
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += brightness.at(x, y);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tiles tiles && Arrays.equals(bytes, tiles.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return SIDE + " x " + SIDE + " tiles";
    }
}
