package dev.andon.vlm;

/** Seeds as servers take them. */
final class Seeds {

    /**
     * Seeds are 0 (inclusive) to this (exclusive). Some servers read 32 bits, some refuse negative numbers, and some
     * read a JSON number as a double, where neighbours above 2^53 are one and the same.
     */
    private static final long BOUND = 1L << 31;

    private Seeds() {}

    /** The seed of sample {@code index}: {@code base + index}, brought within bounds; differs between the samples. */
    static long of(long base, int index) {
        return Math.floorMod(base + index, BOUND);
    }
}
