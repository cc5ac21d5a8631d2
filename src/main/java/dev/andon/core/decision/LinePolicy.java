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
 * @param approval which changes need an approver
 * @param budget   what the line may spend a day; null for as much as it needs
 */
public record LinePolicy(
        LineId line,
        long version,
        String author,
        @Nullable String approver,
        List<Recipe> recipes,
        Approval approval,
        @Nullable DailyBudget budget) {

    public LinePolicy {
        recipes = List.copyOf(recipes);
    }

    /** One that asks for no approval and sets no budget. */
    public LinePolicy(LineId line, long version, String author, @Nullable String approver, List<Recipe> recipes) {
        this(line, version, author, approver, recipes, Approval.NONE, null);
    }

    /** The first recipe for this camera and part number. */
    public Optional<Recipe> recipeFor(String cameraId, @Nullable String partNumber) {
        return recipes.stream().filter(recipe -> recipe.selector().matches(cameraId, partNumber)).findFirst();
    }

    /** The same policy, written by somebody else and approved by nobody. */
    public LinePolicy by(String other) {
        return new LinePolicy(line, version, other, null, recipes, approval, budget);
    }

    /** The same policy under another version. */
    public LinePolicy numbered(long other) {
        return new LinePolicy(line, other, author, approver, recipes, approval, budget);
    }
}
