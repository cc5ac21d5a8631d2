package dev.andon.core.sampling;

import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Sha256;

/** The seeds of a frame's samples: different for each sample and frame, and the same in every repetition. */
public final class Seeds {

    private static final int HEX_DIGITS = 7;

    /**
     * Seeds are 0 (inclusive) to this (exclusive). Some servers read 32 bits, some refuse negative numbers, and some
     * read a JSON number as a double, where neighbours above 2^53 are one and the same.
     */
    private static final long BOUND = 1L << 31;

    private Seeds() {}

    /**
     * The base of a frame's seeds.
     *
     * @return 0 (inclusive) to 2^28 (exclusive)
     */
    public static long baseOf(FrameId frame) {
        return Long.parseLong(Sha256.hex(frame.value().getBytes(StandardCharsets.UTF_8)).substring(0, HEX_DIGITS), 16);
    }

    /** The seed of sample {@code index}: {@code base + index}, brought within bounds; differs between the samples. */
    public static long of(long base, int index) {
        return Math.floorMod(base + index, BOUND);
    }
}
