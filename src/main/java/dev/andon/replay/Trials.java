package dev.andon.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.andon.core.decision.Hindsight.View;
import dev.andon.core.decision.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * What candidates decided beside the live policies: of each line what the last one of it did, told from others by its version. The
 * inspection of a frame's record has the same id in both. Filled by one thread, in the order of each line; any thread may read
 * afterwards.
 */
public final class Trials {

    /**
     * What a candidate made of a frame.
     *
     * @param seen its decision
     */
    record Trial(View.Seen seen, Effort effort) {

        static Trial of(Inspection shadow) {
            return new Trial(
                    new View.Seen(shadow.decision(), shadow.uncertainty(), shadow.samples().size(), false),
                    Effort.of(shadow));
        }
    }

    /** Which frames a recipe is for. */
    private record Kind(@Nullable String cameraId, @Nullable String partNumber) {

        static Kind of(Inspection inspection) {
            return new Kind(inspection.frame().cameraId(), inspection.frame().partNumber());
        }
    }

    /** What one candidate of a line did. */
    private static final class OfCandidate {

        private final Map<String, Trial> byInspection = new HashMap<>();
        private final Set<Kind> kinds = new HashSet<>();
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
        private Instant begun = Instant.MAX;
        private Instant caughtUp = Instant.MIN;

        void add(Inspection shadow) {
            Instant received = shadow.times().received();
            byInspection.put(shadow.id(), Trial.of(shadow));
            kinds.add(Kind.of(shadow));
            first = received.isBefore(first) ? received : first;
            last = received.isAfter(last) ? received : last;
            begun = byInspection.size() == 1 ? shadow.times().decided() : begun;
            caughtUp = received.isBefore(begun) ? shadow.times().decided() : caughtUp;
        }

        boolean covers(Inspection live) {
            Instant received = live.times().received();
            return kinds.contains(Kind.of(live)) && !received.isBefore(first) && !received.isAfter(last);
        }
    }

    /** The candidates of one line. */
    private static final class OfLine {

        private final Map<Long, OfCandidate> byVersion = new TreeMap<>();
        private long newest;

        void add(long version, Inspection shadow) {
            byVersion.computeIfAbsent(version, _ -> new OfCandidate()).add(shadow);
            newest = version;
        }

        OfCandidate newest() {
            return byVersion.getOrDefault(newest, new OfCandidate());
        }

        int earlier() {
            return byVersion.values().stream().mapToInt(one -> one.byInspection.size()).sum()
                    - newest().byInspection.size();
        }
    }

    private final Map<String, OfLine> lines = new TreeMap<>();

    /** What a candidate decided. */
    public void add(Inspection shadow) {
        Inspection.Applied applied = shadow.applied();
        if (applied != null) {
            lines.computeIfAbsent(shadow.line().value(), _ -> new OfLine()).add(applied.policyVersion(), shadow);
        }
    }

    /** Takes over the lines of another one, which are others than its own. */
    public void add(Trials other) {
        lines.putAll(other.lines);
    }

    /** What the last candidate made of the same record. */
    Optional<Trial> of(Inspection live) {
        OfLine line = lines.get(live.line().value());
        return line == null ? Optional.empty() : Optional.ofNullable(line.newest().byInspection.get(live.id()));
    }

    /** Whether the last candidate was there for frames of this kind before and after this one. */
    boolean cover(Inspection live) {
        OfLine line = lines.get(live.line().value());
        return line != null && line.newest().covers(live);
    }

    /** Whether a frame came when the last candidate of its line had decided all that stood there before it began. */
    boolean haveCaughtUp(Inspection live) {
        OfLine line = lines.get(live.line().value());
        return line != null && !live.times().received().isBefore(line.newest().caughtUp);
    }

    /** The versions of the last candidates, by the names of their lines. */
    public Map<String, Long> candidates() {
        Map<String, Long> candidates = new TreeMap<>();
        lines.forEach((line, its) -> candidates.put(line, its.newest));
        return candidates;
    }

    /** Frames that the last candidates decided. */
    public int frames() {
        return lines.values().stream().mapToInt(line -> line.newest().byInspection.size()).sum();
    }

    /** Frames that candidates before them decided. */
    public int earlier() {
        return lines.values().stream().mapToInt(OfLine::earlier).sum();
    }
}
