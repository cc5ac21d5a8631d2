package dev.andon.chaos.verify;

import dev.andon.core.decision.ThresholdChange;

/** A recipe of a line, whatever its revision. */
record RecipeKey(String line, String recipe) {

    static RecipeKey of(ThresholdChange change) {
        return new RecipeKey(change.line().value(), change.recipe().id());
    }
}
