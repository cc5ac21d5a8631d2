package dev.andon.replay.images;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Result;

/** Counts which inspections still have their image: by line and time, and by what became of them. One thread. */
public final class CoverageTally {

    /** How long a row of the table lasts, in UTC. */
    public enum Period {
        DAY("yyyy-MM-dd"), MONTH("yyyy-MM");

        private final DateTimeFormatter format;

        Period(String pattern) {
            format = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
        }

        String of(Instant time) {
            return format.format(time);
        }
    }

    /** What became of a frame. */
    public enum Outcome {
        HELD, NOT_OK, ACCEPTED;

        static Outcome of(Inspection inspection) {
            if (inspection.decision().route() == Route.HUMAN_REVIEW) {
                return HELD;
            }
            return inspection.decision().result() == Result.NOT_OK ? NOT_OK : ACCEPTED;
        }
    }

    private final Whereabouts whereabouts;
    private final Period period;
    private final Map<String, Map<String, Coverage>> byLine = new TreeMap<>();
    private final Map<Outcome, Coverage> byOutcome = new EnumMap<>(Outcome.class);

    public CoverageTally(Whereabouts whereabouts, Period period) {
        this.whereabouts = whereabouts;
        this.period = period;
    }

    public void add(Recorded recorded) {
        Map<Way, Long> ways = new EnumMap<>(Way.class);
        whereabouts.of(recorded).ifPresent(place -> ways.put(place.way(), 1L));
        Coverage one = new Coverage(1, ways);
        Inspection inspection = recorded.inspection();
        byLine.computeIfAbsent(inspection.line().value(), _ -> new TreeMap<>())
                .merge(period.of(inspection.times().decided()), one, Coverage::plus);
        byOutcome.merge(Outcome.of(inspection), one, Coverage::plus);
    }

    /** By line and, within it, by time. */
    public Map<String, Map<String, Coverage>> byLine() {
        return Collections.unmodifiableMap(byLine);
    }

    public Map<Outcome, Coverage> byOutcome() {
        return Collections.unmodifiableMap(byOutcome);
    }

    public Coverage together() {
        return byOutcome.values().stream().reduce(Coverage.NONE, Coverage::plus);
    }
}
