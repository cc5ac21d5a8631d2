package dev.andon.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.core.calibration.Grid;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * What a variant makes of frames, counted by the strictest threshold of the {@link Grid} that accepts each: all thresholds are told
 * from one pass. One thread.
 */
final class VariantCounts {

    /** Frames by the index of the threshold that accepts them; those that no threshold accepts stand in {@code frames} alone. */
    private static final class Hour {
        private int frames;
        private final int[] accepted = new int[Grid.SIZE];
    }

    private final Errors[] errors = new Errors[Grid.SIZE];
    private final long[] acceptedBefore = new long[Grid.SIZE];
    private final long[] heldBefore = new long[Grid.SIZE];
    private final long[] calls = new long[Grid.SIZE];
    private final Map<Instant, Hour> hours = new TreeMap<>();
    private long frames;
    private long uncovered;
    private long allAcceptedBefore;

    VariantCounts() {
        for (int i = 0; i < Grid.SIZE; i++) {
            errors[i] = new Errors();
        }
    }

    /**
     * A frame.
     *
     * @param index of the strictest threshold that accepts it; {@link Grid#NONE} where none does
     * @param said  the result that it is accepted with
     * @param asked samples that would be taken, by the index of the threshold
     */
    void add(Inspection before, int index, Result said, int[] asked, @Nullable Result truth) {
        boolean accepted = before.decision().route() == Route.ACCEPTED;
        Hour hour = hours.computeIfAbsent(before.times().decided().truncatedTo(ChronoUnit.HOURS), _ -> new Hour());
        frames++;
        hour.frames++;
        allAcceptedBefore += accepted ? 1 : 0;
        for (int i = 0; i < Grid.SIZE; i++) {
            calls[i] += asked[i];
        }
        if (index == Grid.NONE) {
            return;
        }
        hour.accepted[index]++;
        (accepted ? acceptedBefore : heldBefore)[index]++;
        errors[index].add(before, said, truth);
    }

    /** A frame with too few samples on record. */
    void addUncovered() {
        uncovered++;
    }

    void add(VariantCounts other) {
        frames += other.frames;
        uncovered += other.uncovered;
        allAcceptedBefore += other.allAcceptedBefore;
        for (int i = 0; i < Grid.SIZE; i++) {
            errors[i].add(other.errors[i]);
            acceptedBefore[i] += other.acceptedBefore[i];
            heldBefore[i] += other.heldBefore[i];
            calls[i] += other.calls[i];
        }
        other.hours.forEach((time, hour) -> {
            Hour mine = hours.computeIfAbsent(time, _ -> new Hour());
            mine.frames += hour.frames;
            for (int i = 0; i < Grid.SIZE; i++) {
                mine.accepted[i] += hour.accepted[i];
            }
        });
    }

    /** Frames that are counted. */
    long frames() {
        return frames;
    }

    /** Frames that are not, since they have too few samples on record. */
    long uncovered() {
        return uncovered;
    }

    /** The index of the strictest threshold that accepts a share of what any threshold accepts. */
    int quantile(double share) {
        long all = sum(acceptedBefore, Grid.SIZE - 1) + sum(heldBefore, Grid.SIZE - 1);
        for (int i = 0; i < Grid.SIZE; i++) {
            if (sum(acceptedBefore, i) + sum(heldBefore, i) >= share * all) {
                return i;
            }
        }
        return Grid.SIZE - 1;
    }

    /** What comes of a threshold. */
    Cell at(int index, @Nullable Costs costs) {
        Errors wrong = new Errors();
        for (int i = 0; i <= index; i++) {
            wrong.add(errors[i]);
        }
        long accepted = sum(acceptedBefore, index);
        long toAccepted = sum(heldBefore, index);
        long held = frames - accepted - toAccepted;
        int most = hours.values().stream().mapToInt(hour -> hour.frames - sum(hour.accepted, index)).max().orElse(0);
        double cost = costs == null ? Double.NaN : ComparisonJson.cost(costs, wrong, held, calls[index]);
        return new Cell(Grid.value(index), held, toAccepted, allAcceptedBefore - accepted, wrong, calls[index], most,
                cost);
    }

    private static long sum(long[] counts, int upTo) {
        long sum = 0;
        for (int i = 0; i <= upTo; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private static int sum(int[] counts, int upTo) {
        int sum = 0;
        for (int i = 0; i <= upTo; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
