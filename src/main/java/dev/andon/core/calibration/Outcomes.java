package dev.andon.core.calibration;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The scores of judged frames by what came of them: a histogram for each outcome. One thread. */
public final class Outcomes {

    private final Map<Outcome, Histogram> histograms = new EnumMap<>(Outcome.class);

    /** Nothing has been judged. */
    public Outcomes() {
        this(Map.of());
    }

    /** The histograms; an outcome that is missing has not come. */
    public Outcomes(Map<Outcome, Histogram> histograms) {
        for (Outcome outcome : Outcome.values()) {
            this.histograms.put(outcome, histograms.getOrDefault(outcome, new Histogram()).copy());
        }
    }

    /** The histogram of an outcome: the very one, not a copy. */
    public Histogram of(Outcome outcome) {
        return Objects.requireNonNull(histograms.get(outcome), "there is one for each");
    }

    /** Another one with the same counts. */
    public Outcomes copy() {
        return new Outcomes(histograms);
    }

    /** All judged frames. */
    public int total() {
        int total = 0;
        for (Histogram histogram : histograms.values()) {
            total += histogram.total();
        }
        return total;
    }

    /** All judged frames, by score. */
    Histogram all() {
        Histogram all = new Histogram();
        histograms.values().forEach(all::addAll);
        return all;
    }

    /** Nothing is left. */
    void clear() {
        histograms.values().forEach(Histogram::clear);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcomes outcomes && histograms.equals(outcomes.histograms);
    }

    @Override
    public int hashCode() {
        return histograms.hashCode();
    }

    @Override
    public String toString() {
        return histograms.toString();
    }
}
