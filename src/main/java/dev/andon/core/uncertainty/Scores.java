package dev.andon.core.uncertainty;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Every score of one frame.
 *
 * @param byMeasure value by name of the measure, each 0 to 1; measures that could not be computed are absent
 * @param cosines   between the captions; null where no embedder ran
 * @param embedder  name of the model behind the cosines; null where none ran
 * @param missing   why the captions could not be embedded; null where they were, or were not to be, or it is not known
 */
public record Scores(Map<String, Double> byMeasure, @Nullable Cosines cosines, @Nullable String embedder,
        @Nullable String missing) {

    public Scores {
        byMeasure = Map.copyOf(byMeasure);
    }
}
