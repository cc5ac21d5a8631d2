package dev.andon.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.andon.core.decision.DecisionRules;
import dev.andon.core.decision.Findings;
import dev.andon.core.decision.Hindsight;
import dev.andon.core.decision.Hindsight.View;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/** Policies that recorded frames are decided by anew. Any thread. */
public final class Candidate {

    /** By identity: a history has few recipes and many frames of each, and a recipe takes long to hash. */
    private record Change(Recipe old, Recipe next) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Change change && old == change.old && next == change.next;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(old) + System.identityHashCode(next);
        }
    }

    private final Map<LineId, LinePolicy> policies;
    private final PolicyHistory history;
    private final Map<Change, Hindsight> hindsights = new ConcurrentHashMap<>();

    /**
     * Policies in place of those that decided.
     *
     * @param policies of each line
     * @param history  with the recipes that decided the frames
     */
    public Candidate(Map<LineId, LinePolicy> policies, PolicyHistory history) {
        this.policies = new HashMap<>(policies);
        this.history = history;
    }

    /** What would have come of a frame. */
    public View of(Inspection inspection) {
        LinePolicy policy = policies.get(inspection.line());
        if (policy == null) {
            return new View.Unseen("of a line without a policy");
        }
        if (isSettledByTheFrame(inspection)) {
            return new View.Seen(inspection.decision(), null, 0, false);
        }
        Inspection.Subject frame = inspection.frame();
        Optional<Recipe> next = frame.cameraId() == null
                ? Optional.empty()
                : policy.recipeFor(frame.cameraId(), frame.partNumber());
        if (next.isEmpty()) {
            return withoutRecipe(inspection);
        }
        if (inspection.applied() == null) {
            return new View.Unseen("held without a policy");
        }
        return history.recipeOf(inspection).map(old -> new Change(old, next.get()))
                .map(change -> hindsights.computeIfAbsent(change, _ -> new Hindsight(change.old, policy, change.next)))
                .map(hindsight -> look(hindsight, inspection))
                .orElse(new View.Unseen("decided by a policy that is no longer on its topic"));
    }

    private static View look(Hindsight hindsight, Inspection inspection) {
        return hindsight.blindedBy().isEmpty()
                ? hindsight.of(inspection)
                : new View.Unseen("asked otherwise (" + String.join(", ", hindsight.blindedBy()) + ")");
    }

    /** Whether it was held by rule 1, which no policy changes. */
    private static boolean isSettledByTheFrame(Inspection inspection) {
        Reason reason = inspection.decision().reason();
        return reason != null && reason.compareTo(Reason.NO_POLICY) < 0;
    }

    private static View withoutRecipe(Inspection inspection) {
        return DecisionRules.beforeSampling(new Findings(null, null, null, null, null, null, inspection.lot()))
                .<View>map(held -> new View.Seen(held, null, 0, false))
                .orElseThrow(() -> new IllegalStateException("a frame without a recipe passed rule 2"));
    }
}
