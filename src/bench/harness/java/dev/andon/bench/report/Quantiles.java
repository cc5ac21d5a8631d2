package dev.andon.bench.report;

import java.util.List;

/** Quantiles of a sample, each an observed value: the smallest that at least so large a share does not exceed. */
public final class Quantiles {

    private final List<Long> sorted;

    /**
     * The quantiles of some values.
     *
     * @param values at least one
     */
    public Quantiles(List<Long> values) {
        this.sorted = values.stream().sorted().toList();
    }

    /**
     * One quantile.
     *
     * @param share above 0, up to 1
     */
    public long at(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    public int count() {
        return sorted.size();
    }
}
