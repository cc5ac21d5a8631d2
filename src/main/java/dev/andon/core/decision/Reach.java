package dev.andon.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Whether any frame reaches a recipe: the first that matches takes a frame.
 *
 * <p>A few frames stand for all. Where the recipe names cameras, one frame of each; where it names none, one of a
 * camera that no recipe names, because whatever takes that one names no cameras either and takes all. The same holds
 * for part numbers, with a frame that has none.
 */
final class Reach {

    private static final String UNNAMED_CAMERA = "";

    private Reach() {}

    /** Whether the recipes {@code earlier} in the policy leave a frame to {@code recipe}. */
    static boolean reaches(List<Recipe> earlier, Recipe recipe) {
        return frames(recipe.selector()).stream().anyMatch(frame -> earlier.stream().noneMatch(frame::matches));
    }

    private static List<Sight> frames(Selector selector) {
        Set<String> cameras = selector.cameras().isEmpty() ? Set.of(UNNAMED_CAMERA) : selector.cameras();
        List<Sight> frames = new ArrayList<>();
        for (String camera : cameras) {
            selector.partNumbers().forEach(part -> frames.add(new Sight(camera, part)));
            if (selector.partNumbers().isEmpty()) {
                frames.add(new Sight(camera, null));
            }
        }
        return frames;
    }

    /** What a selector sees of a frame. */
    private record Sight(String camera, @Nullable String partNumber) {

        boolean matches(Recipe recipe) {
            return recipe.selector().matches(camera, partNumber);
        }
    }
}
