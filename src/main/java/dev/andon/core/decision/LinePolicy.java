package dev.andon.core.decision;

import java.util.List;
import java.util.Optional;

import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * All that people decide for a line.
 *
 * @param line     the production line
 * @param version  grows by one with each change; at least 1
 * @param author   who wrote it
 * @param approver who approved it, where somebody had to
 * @param recipes  the first that matches a frame is used; ids distinct
 */
public record LinePolicy(
        LineId line,
        long version,
        String author,
        @Nullable String approver,
        List<Recipe> recipes) {

    public LinePolicy {
        recipes = List.copyOf(recipes);
    }

    /** The first recipe for this camera and part number. */
    public Optional<Recipe> recipeFor(String cameraId, @Nullable String partNumber) {
        return recipes.stream().filter(recipe -> recipe.selector().matches(cameraId, partNumber)).findFirst();
    }
}
