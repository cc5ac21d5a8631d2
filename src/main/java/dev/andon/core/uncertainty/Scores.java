package dev.andon.core.uncertainty;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Every score of one frame.
 *
 * @param byMeasure value by name of the measure, each 0 to 1; measures that could not be computed are absent
 * @param cosines   between the captions; null where no embedder ran
 * @param embedder  name of the model behind the cosines; null where none ran
 */
public record Scores(Map<String, Double> byMeasure, @Nullable Cosines cosines, @Nullable String embedder) {

    public Scores {
        byMeasure = Map.copyOf(byMeasure);
    }
}
