package dev.andon.core.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;
import dev.andon.core.uncertainty.Cosines;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a frame as they are on record, with what it takes to score them again: no model is asked, and nothing is
 * embedded. Any thread.
 *
 * @param samples  by index
 * @param cosines  between their captions; null where these were not embedded
 * @param embedder name of the model behind the cosines; null where none ran
 */
public record RecordedSamples(List<Sample> samples, @Nullable Cosines cosines, @Nullable String embedder) {

    public RecordedSamples {
        samples = List.copyOf(samples);
    }

    /** Those of an inspection. */
    public static RecordedSamples of(Inspection inspection) {
        Scores scores = inspection.scores();
        return new RecordedSamples(inspection.samples(), scores == null ? null : scores.cosines(),
                scores == null ? null : scores.embedder());
    }

    public int count() {
        return samples.size();
    }

    /**
     * Some of them.
     *
     * @param places different ones, in the order that they are to have
     */
    public RecordedSamples at(List<Integer> places) {
        return new RecordedSamples(places.stream().map(samples::get).toList(),
                cosines == null || places.size() < 2 ? null : cosines.at(places), embedder);
    }

    /** The first of them, all where there are no more. */
    public RecordedSamples first(int most) {
        return most >= count() ? this : at(IntStream.range(0, most).boxed().toList());
    }

    /**
     * Every score of them.
     *
     * @throws IllegalArgumentException if there are fewer than 2, a caption is blank, or the cosines belong to other ones
     */
    public Scores scores(Labels labels) {
        return Measures.again(samples, labels, cosines, embedder);
    }

    /**
     * The scores that a decision by one measure needs; none where it cannot be told.
     *
     * @throws IllegalArgumentException as {@link #scores(Labels)}
     */
    public Scores scores(String measure, Labels labels) {
        Double score = Measures.again(measure, samples, labels, cosines);
        return new Scores(score == null ? Map.of() : Map.of(measure, score), cosines, embedder, null);
    }
}
