package dev.andon.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.andon.core.sampling.StillScene;
import org.jspecify.annotations.Nullable;

/**
 * What in a change of a policy lets more frames be accepted, or has less looked at: what a second person has to approve
 * where the policy asks for it ({@link Approval#LOOSENING}). Pure functions.
 *
 * <p>Recipes are compared by their ids. One that is new loosens where it waives evidence, or evidence could be waived under
 * another name. Not among it: what makes a new revision, for which evidence is gathered anew, unless it is a bound that stands
 * below; and frames that go to another recipe than before.
 */
public final class Loosening {

    private Loosening() {}

    /** One sentence each, in the order of the new policy; empty where nothing is loosened. */
    public static List<String> between(LinePolicy old, LinePolicy next) {
        List<String> found = new ArrayList<>();
        if (old.approval() == Approval.LOOSENING && next.approval() != Approval.LOOSENING) {
            found.add("approval is taken away: nobody has to approve any more what comes next");
        }
        for (Recipe recipe : next.recipes()) {
            Steps steps = new Steps(found, recipe);
            Optional<Recipe> before = old.recipes().stream().filter(each -> each.id().equals(recipe.id())).findFirst();
            before.ifPresent(same -> compare(same, recipe, steps));
            LooserRule.compare(before.map(Recipe::threshold).orElse(null), recipe.threshold(), steps);
        }
        return List.copyOf(found);
    }

    private static void compare(Recipe old, Recipe next, Steps steps) {
        compare(old.plan().stillScene(), next.plan().stillScene(), steps);
        compare(old.gate(), next.gate(), steps);
        steps.rising("maxAbstainShare", old.limits().maxAbstainShare(), next.limits().maxAbstainShare());
        steps.rising("maxDisagreement", old.limits().maxDisagreement(), next.limits().maxDisagreement());
        steps.falling("auditShare", old.auditShare(), next.auditShare());
        steps.stepIf(old.audit() == Audit.BEFORE && next.audit() != Audit.BEFORE,
                "audits come after publishing, and no longer before");
    }

    private static void compare(@Nullable StillScene old, @Nullable StillScene next, Steps steps) {
        if (old != null && next != null) {
            steps.rising("stillScene.maxDifference", old.maxDifference(), next.maxDifference());
            steps.rising("stillScene.maxAge", old.maxAge(), next.maxAge());
        } else if (next != null) {
            steps.step("stillScene is new: frames of a scene that stands still are no longer asked about");
        }
    }

    private static void compare(@Nullable QualityGate old, @Nullable QualityGate next, Steps steps) {
        if (old != null && next != null) {
            steps.falling("qualityGate.minSharpness", old.minSharpness(), next.minSharpness());
            steps.falling("qualityGate.minExposure", old.minExposure(), next.minExposure());
            steps.rising("qualityGate.maxExposure", old.maxExposure(), next.maxExposure());
            compareNoise(old.maxNoise(), next.maxNoise(), steps);
        } else if (old != null) {
            steps.step("qualityGate is taken away");
        }
    }

    private static void compareNoise(@Nullable Double old, @Nullable Double next, Steps steps) {
        if (old != null && next != null) {
            steps.rising("qualityGate.maxNoise", old, next);
        } else if (old != null) {
            steps.step("qualityGate.maxNoise is taken away");
        }
    }
}
