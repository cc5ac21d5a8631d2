package dev.andon.chaos.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.andon.chaos.Outage;

/**
 * How long results were missing after a kill: until a decision could be seen, on every partition concerned, of a frame
 * that was sent after the kill. Only of kills that nothing else disturbed.
 *
 * @param restart  of the killed instance itself
 * @param takeover by the other instances
 */
public record Failovers(Times restart, Times takeover) {

    /** When the first decision could be seen of a frame of a partition that was sent after an instant. */
    interface FirstDecision {

        Optional<Instant> of(int partition, Instant after);
    }

    /**
     * Times from kill to results everywhere.
     *
     * @param measured    how many kills
     * @param unfinished  how many besides, after which something else happened, or the run ended, before results came
     * @param p50Millis   half of the measured ones took no longer; 0 where there are none
     * @param worstMillis the longest; 0 where there are none
     */
    public record Times(int measured, int unfinished, long p50Millis, long worstMillis) {}

    public static Failovers of(List<Outage> outages, Watch watch) {
        return of(outages, watch::firstDecision);
    }

    static Failovers of(List<Outage> outages, FirstDecision first) {
        return new Failovers(times(outages, Outage.Kind.RESTART, first), times(outages, Outage.Kind.TAKEOVER, first));
    }

    private static Times times(List<Outage> outages, Outage.Kind kind, FirstDecision first) {
        List<Outage> own = outages.stream().filter(outage -> outage.undisturbed() && outage.kind() == kind).toList();
        List<Long> millis = own.stream().map(outage -> everywhere(outage, first)).flatMap(Optional::stream)
                .map(Duration::toMillis).sorted().toList();
        int unfinished = own.size() - millis.size();
        return millis.isEmpty()
                ? new Times(0, unfinished, 0, 0)
                : new Times(millis.size(), unfinished, millis.get((millis.size() - 1) / 2), millis.getLast());
    }

    /** From the kill to results on the last of its partitions; empty where that did not come undisturbed. */
    private static Optional<Duration> everywhere(Outage outage, FirstDecision first) {
        Instant last = outage.killed();
        for (int partition : outage.partitions()) {
            Optional<Instant> seen = first.of(partition, outage.killed())
                    .filter(instant -> !instant.isAfter(outage.until()));
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            last = seen.get().isAfter(last) ? seen.get() : last;
        }
        return Optional.of(Duration.between(outage.killed(), last));
    }
}
