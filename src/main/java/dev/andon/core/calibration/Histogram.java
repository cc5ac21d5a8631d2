package dev.andon.core.calibration;

import java.util.Arrays;

/**
 * How many scores lie at each index of the grid. Counts are exact, and the order in which scores come and go does not
 * matter. One thread.
 */
public final class Histogram {

    private final int[] counts;
    private int total;

    /** An empty one. */
    public Histogram() {
        counts = new int[Grid.SIZE];
    }

    /**
     * One with these counts.
     *
     * @param counts by index, as many as the grid has
     */
    public Histogram(int[] counts) {
        if (counts.length != Grid.SIZE) {
            throw new IllegalArgumentException(
                    "a histogram has " + Grid.SIZE + " counts, this one has " + counts.length);
        }
        this.counts = counts.clone();
        total = Arrays.stream(counts).sum();
    }

    /** The counts by index; a copy. */
    public int[] counts() {
        return counts.clone();
    }

    /** Another one with the same counts. */
    public Histogram copy() {
        return new Histogram(counts);
    }

    /** One score more at this index. */
    public void add(int index) {
        counts[index]++;
        total++;
    }

    /** One score less at this index. */
    public void remove(int index) {
        counts[index]--;
        total--;
    }

    /** All that another one has. */
    public void addAll(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    /** Nothing is left. */
    public void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    /** Scores at this index. */
    public int at(int index) {
        return counts[index];
    }

    /**
     * Scores that the threshold at this index accepts.
     *
     * @param index {@link Grid#NONE} accepts none
     */
    public int upTo(int index) {
        int sum = 0;
        for (int i = 0; i <= index; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** All scores. */
    public int total() {
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram histogram && Arrays.equals(counts, histogram.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
