package dev.andon.core.decision;

/**
 * One state of a recipe, as far as answers and scores go.
 *
 * @param id       of the recipe, unique within its line
 * @param revision grows by one with each new hash
 * @param hash     see {@link RecipeHash}: what was learnt under one says nothing of scores under another
 */
public record RecipeRevision(String id, int revision, String hash) {

    public static RecipeRevision of(Recipe recipe) {
        return new RecipeRevision(recipe.id(), recipe.revision(), RecipeHash.of(recipe));
    }
}
