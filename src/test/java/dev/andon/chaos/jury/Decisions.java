package dev.andon.chaos.jury;

import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** Decisions on a line, of which a test chooses what the model says. Pure functions. */
final class Decisions {

    static final Instant DECIDED = Instant.parse("2026-01-01T00:00:00Z");

    private Decisions() {}

    static Inspection held(LinePolicy policy, String id, String answer) {
        return inspection(policy, id, new Decision(Route.HUMAN_REVIEW, Reason.COLD_START, Result.NOT_DECIDABLE,
                new Answer(answer), "no threshold", true, false), Purpose.DECIDE);
    }

    static Inspection accepted(LinePolicy policy, String id, String answer) {
        Answer said = new Answer(answer);
        return inspection(policy, id, new Decision(Route.ACCEPTED, null,
                policy.recipes().getFirst().labels().resultOf(said), said, "certain", true, false), null);
    }

    private static Inspection inspection(LinePolicy policy, String id, Decision decision, @Nullable Purpose purpose) {
        Recipe recipe = policy.recipes().getFirst();
        return new Inspection(id, new Inspection.Subject(new FrameId("f-" + id), null, null, null, null, null),
                policy.line(), 1L, decision, purpose, null, null, List.of(), Inspection.Asking.NOTHING,
                new Inspection.Applied(policy.version(), recipe.id(), recipe.revision(), RecipeHash.of(recipe),
                        recipe.model(), recipe.measure(), recipe.auditShare(), null),
                new ImageReference(null, new Position("frames", 0, 0), "00"), null, null, 0.5,
                new Inspection.Times(DECIDED, DECIDED, DECIDED), true);
    }
}
