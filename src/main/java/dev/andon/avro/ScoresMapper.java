package dev.andon.avro;

import java.util.List;
import java.util.Map;

import dev.andon.core.uncertainty.Cosines;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/** Scores within inspections. No scores at all are the same as an empty set of them. */
final class ScoresMapper {

    private ScoresMapper() {}

    static @Nullable Scores toCore(dev.andon.schema.Inspection from) throws MalformedRecordException {
        Map<String, Double> scores = from.getScores();
        Cosines cosines = cosines(from.getCosines());
        if (scores.isEmpty() && cosines == null) {
            return null;
        }
        return new Scores(scores, cosines, from.getEmbedder(), null);
    }

    static void write(dev.andon.schema.Inspection.Builder to, @Nullable Scores scores) {
        if (scores == null) {
            return;
        }
        Cosines cosines = scores.cosines();
        to.setScores(scores.byMeasure()).setCosines(cosines == null ? List.of() : cosines.pairs())
                .setEmbedder(scores.embedder());
    }

    /** As many samples as have so many pairs. */
    private static @Nullable Cosines cosines(List<Double> pairs) throws MalformedRecordException {
        if (pairs.isEmpty()) {
            return null;
        }
        long count = Math.round((1 + Math.sqrt(1 + 8.0 * pairs.size())) / 2);
        if (count * (count - 1) / 2 != pairs.size()) {
            throw new MalformedRecordException("cosines has " + pairs.size()
                    + " values: no number of samples has so many pairs");
        }
        return new Cosines((int) count, pairs);
    }
}
