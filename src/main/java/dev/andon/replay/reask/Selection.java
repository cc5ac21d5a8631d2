package dev.andon.replay.reask;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.replay.images.Place;
import dev.andon.replay.images.Recorded;
import dev.andon.replay.images.Whereabouts;

/**
 * Which recorded frames are asked about again, each once, and in which order. One thread.
 *
 * <p>Left out are frames that the program refused for what they are, those of which the record does not say enough, and
 * those whose image is gone.
 */
public final class Selection {

    /** What asking again would not change, or would be decided otherwise without its neighbours. */
    private static final Set<Reason> REFUSED = EnumSet.of(Reason.CONFLICTING_FRAME, Reason.WRONG_PARTITION,
            Reason.POISON_FRAME);

    private record Key(LineId line, FrameId frame) {}

    private final Predicate<Inspection> wants;
    private final Whereabouts whereabouts;
    private final Estimate estimate;
    private final CarriedThresholds thresholds = new CarriedThresholds();
    private final Set<Key> taken = new HashSet<>();
    private final Map<Integer, Map<String, List<Wanted>>> byPartition = new TreeMap<>();
    private final Set<LineId> lines = new HashSet<>();

    /** @param policies by line, that are asked by */
    public Selection(Predicate<Inspection> wants, Whereabouts whereabouts, Map<String, LinePolicy> policies) {
        this.wants = wants;
        this.whereabouts = whereabouts;
        this.estimate = new Estimate(policies);
    }

    /** Looks at an inspection; those of a topic and partition come in their order. */
    public void add(Recorded recorded) {
        Inspection inspection = recorded.inspection();
        if (!wants.test(inspection)) {
            return;
        }
        if (!isFit(inspection) || !taken.add(new Key(inspection.line(), Objects.requireNonNull(
                inspection.frame().frameId())))) {
            estimate.addUnfit();
            return;
        }
        Optional<Place> image = whereabouts.of(recorded);
        if (image.isEmpty()) {
            estimate.addWithoutImage();
            return;
        }
        estimate.add(inspection, image.get());
        thresholds.add(inspection);
        lines.add(inspection.line());
        byPartition.computeIfAbsent(recorded.at().partition(), _ -> new HashMap<>())
                .computeIfAbsent(recorded.at().topic(), _ -> new ArrayList<>())
                .add(new Wanted(inspection.line(), Objects.requireNonNull(inspection.lineSequence()),
                        inspection.times().decided(), recorded.at(), image.get()));
    }

    private static boolean isFit(Inspection inspection) {
        return inspection.frame().frameId() != null && inspection.frame().cameraId() != null
                && inspection.times().captured() != null && inspection.lineSequence() != null
                && !REFUSED.contains(inspection.decision().reason());
    }

    /** What is wanted of each partition, the lines in their order. */
    public List<List<Wanted>> inOrder(String accepted, String humanReview) {
        return byPartition.values().stream().map(topics -> LineOrder.merge(topics.getOrDefault(humanReview, List.of()),
                topics.getOrDefault(accepted, List.of()))).toList();
    }

    /** Whether the frame of an inspection is wanted, if its image can be found. */
    public boolean matches(Inspection inspection) {
        return wants.test(inspection) && isFit(inspection);
    }

    public Set<LineId> lines() {
        return Set.copyOf(lines);
    }

    public Estimate estimate() {
        return estimate;
    }

    public CarriedThresholds thresholds() {
        return thresholds;
    }
}
