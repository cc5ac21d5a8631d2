package dev.andon.core.decision;

import java.util.List;

import dev.andon.core.frame.LineId;

/**
 * The learnt thresholds of a line.
 *
 * @param line    the production line
 * @param recipes all of its recipes whose thresholds are learnt
 */
public record LineThresholds(LineId line, List<LearntThreshold> recipes) {

    public LineThresholds {
        recipes = List.copyOf(recipes);
    }
}
