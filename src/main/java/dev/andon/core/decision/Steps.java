package dev.andon.core.decision;

import java.time.Duration;
import java.util.List;

/** The loosening steps found so far, and the recipe of those to come. A number that is none counts as a step. One thread. */
final class Steps {

    private final List<String> found;
    private final String where;

    /**
     * Steps of one recipe.
     *
     * @param found is added to
     */
    Steps(List<String> found, Recipe recipe) {
        this.found = found;
        this.where = "recipe " + recipe.id() + ": ";
    }

    /** A step in words. */
    void step(String sentence) {
        found.add(where + sentence);
    }

    void stepIf(boolean looser, String sentence) {
        if (looser) {
            step(sentence);
        }
    }

    /** A number whose growth loosens. */
    void rising(String key, double old, double next) {
        stepIf(!(next <= old), key + " rises from " + Figures.bound(old) + " to " + Figures.bound(next));
    }

    /** A number whose decline loosens. */
    void falling(String key, double old, double next) {
        stepIf(!(next >= old), key + " falls from " + Figures.bound(old) + " to " + Figures.bound(next));
    }

    /** A time whose growth loosens. */
    void rising(String key, Duration old, Duration next) {
        stepIf(next.compareTo(old) > 0, key + " rises from " + Span.text(old) + " to " + Span.text(next));
    }

    /** A time whose decline loosens. */
    void falling(String key, Duration old, Duration next) {
        stepIf(next.compareTo(old) < 0, key + " falls from " + Span.text(old) + " to " + Span.text(next));
    }
}
