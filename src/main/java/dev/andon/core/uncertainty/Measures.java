package dev.andon.core.uncertainty;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;
import org.jspecify.annotations.Nullable;

/** All measures, by name. */
public final class Measures {

    /** Share of the samples that do not give the most frequent answer. */
    public static final String ANSWER_DISAGREEMENT = "answer-disagreement";
    /** Share of the samples whose answer has another result than the most frequent result. */
    public static final String RESULT_DISAGREEMENT = "result-disagreement";
    /** Share of the samples that abstain. */
    public static final String ABSTAIN_SHARE = "abstain-share";
    /** Entropy of the answers, over that of n different ones. */
    public static final String ANSWER_ENTROPY = "answer-entropy";
    /** Mean cosine distance between the captions. */
    public static final String CAPTION_DIVERSITY = "caption-diversity";
    /** Entropy of the captions' meanings, over that of n different ones. */
    public static final String SEMANTIC_ENTROPY = "semantic-entropy";
    /** Number of different captions in effect, by the eigenvalues of their cosines. */
    public static final String VENDI = "vendi";
    /** Number of meanings in the graph of the captions, by the eigenvalues of its Laplacian. */
    public static final String SPECTRAL = "spectral";
    /** Mean difference between the words of the captions, in Latin script. */
    public static final String ROUGE_DIVERSITY = "rouge-diversity";
    /** Mean difference between the spellings of the captions. */
    public static final String NGRAM_DIVERSITY = "ngram-diversity";

    private static final List<Measure> ALL = List.of(new AnswerDisagreement(), new ResultDisagreement(),
            new AbstainShare(), new AnswerEntropy(), new CaptionDiversity(), new SemanticEntropy(),
            new Vendi(), new Spectral(), new RougeDiversity(), new NgramDiversity());

    private Measures() {}

    /** The name of every measure. */
    public static Set<String> names() {
        return ALL.stream().map(Measure::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the measure of that name is computed only where there is an embedder; false for a name that is none. */
    public static boolean needsEmbedder(String name) {
        return ALL.stream().anyMatch(measure -> measure instanceof Measure.OfCosines && measure.name().equals(name));
    }

    /** Whether the measure of that name can score captions in a language (BCP 47 tag); false for a name that is none. */
    public static boolean reads(String name, String language) {
        return ALL.stream().anyMatch(measure -> measure.name().equals(name) && measure.reads(language));
    }

    /**
     * Every score of one frame that needs no embedder.
     *
     * @param samples at least 2, captions not blank
     * @param labels  of the recipe that the samples answer
     * @throws IllegalArgumentException if there are fewer than 2 samples, or a caption is blank
     */
    public static Scores score(List<Sample> samples, Labels labels) {
        check(samples);
        return new Scores(values(samples, labels, null), null, null, null);
    }

    /**
     * Every score of one frame: also those that need an embedder, where that can embed the captions.
     *
     * @param samples  at least 2, captions not blank
     * @param labels   of the recipe that the samples answer
     * @param deadline when the embedder is to give up
     * @throws IllegalArgumentException if there are fewer than 2 samples, a caption is blank, or the embedder breaks
     *                                  its contract (a zero vector, one that is not finite, different lengths)
     * @throws InterruptedException     if the calling thread is interrupted
     */
    public static Scores score(List<Sample> samples, Labels labels, Embedder embedder, Instant deadline)
            throws InterruptedException {
        check(samples);
        List<String> captions = samples.stream().map(Sample::caption).toList();
        List<String> different = CaptionCosines.different(captions);
        if (different.size() == 1) {
            return scores(samples, labels, CaptionCosines.alike(captions.size()), embedder);
        }
        return switch (embedder.embed(different, deadline)) {
            case Embeddings.Vectors(List<float[]> vectors) ->
                scores(samples, labels, cosines(captions, vectors, embedder), embedder);
            case Embeddings.Unavailable(String detail) ->
                new Scores(values(samples, labels, null), null, null, detail);
        };
    }

    /**
     * Every score of one frame that can be told again from what is on record.
     *
     * @param samples  at least 2, captions not blank
     * @param labels   of the recipe that the samples answer
     * @param cosines  between their captions; null where these were not embedded
     * @param embedder name of the model behind the cosines; null where none ran
     * @throws IllegalArgumentException if there are fewer than 2 samples, a caption is blank, or the cosines are those of
     *                                  another number of samples
     */
    public static Scores again(List<Sample> samples, Labels labels, @Nullable Cosines cosines,
            @Nullable String embedder) {
        check(samples, cosines);
        return new Scores(values(samples, labels, cosines), cosines, embedder, null);
    }

    /**
     * One of these scores; null where it cannot be told, or the name is none.
     *
     * @throws IllegalArgumentException as {@link #again}
     */
    public static @Nullable Double again(String name, List<Sample> samples, Labels labels, @Nullable Cosines cosines) {
        check(samples, cosines);
        return switch (named(name)) {
            case Measure.OfSamples it when it.reads(samples) -> it.score(samples, labels);
            case Measure.OfCosines it when cosines != null -> it.score(cosines.at(byCaption(samples)));
            case null, default -> null;
        };
    }

    private static Scores scores(List<Sample> samples, Labels labels, Cosines cosines, Embedder embedder) {
        return new Scores(values(samples, labels, cosines), cosines, embedder.name(), null);
    }

    private static Cosines cosines(List<String> captions, List<float[]> vectors, Embedder embedder) {
        try {
            return CaptionCosines.between(captions, vectors);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("embedder " + embedder.name() + " broke its contract: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Where the score of one measure can end when so many samples more have come.
     *
     * @param name     of the measure; {@link Range#ANY} for a name that is none
     * @param samples  at least 2, captions not blank
     * @param labels   of the recipe that the samples answer
     * @param missing  at least 1
     * @param cosines  between the captions; null for none: nothing is known of the measures that need them then
     * @throws IllegalArgumentException if there are fewer than 2 samples, or a caption is blank
     */
    public static Range range(String name, List<Sample> samples, Labels labels, int missing,
            @Nullable Cosines cosines) {
        check(samples);
        return switch (named(name)) {
            case Measure.OfSamples it when it.reads(samples) -> it.range(samples, labels, missing);
            case Measure.OfCosines it when cosines != null -> it.range(cosines, missing);
            case null, default -> Range.ANY;
        };
    }

    private static @Nullable Measure named(String name) {
        return ALL.stream().filter(measure -> measure.name().equals(name)).findFirst().orElse(null);
    }

    private static void check(List<Sample> samples, @Nullable Cosines cosines) {
        check(samples);
        if (cosines != null && cosines.count() != samples.size()) {
            throw new IllegalArgumentException(samples.size() + " samples do not have the cosines of "
                    + cosines.count());
        }
    }

    private static void check(List<Sample> samples) {
        if (samples.size() < 2) {
            throw new IllegalArgumentException("a score needs at least 2 samples, not " + samples.size());
        }
        samples.stream().filter(sample -> sample.caption().isBlank()).findFirst().ifPresent(sample -> {
            throw new IllegalArgumentException(
                    "sample " + sample.index() + " has a blank caption: it is invalid and must not be scored");
        });
    }

    private static Map<String, Double> values(List<Sample> samples, Labels labels, @Nullable Cosines cosines) {
        Cosines byCaption = cosines == null ? null : cosines.at(byCaption(samples));
        Map<String, Double> values = new LinkedHashMap<>();
        for (Measure measure : ALL) {
            switch (measure) {
                case Measure.OfSamples it when it.reads(samples) -> values.put(it.name(), it.score(samples, labels));
                case Measure.OfCosines it when byCaption != null -> values.put(it.name(), it.score(byCaption));
                case Measure _ -> {
                }
            }
        }
        return values;
    }

    /** The places of the samples, sorted by their captions. Equal ones have equal cosines, whichever comes first. */
    private static List<Integer> byCaption(List<Sample> samples) {
        return IntStream.range(0, samples.size()).boxed()
                .sorted(Comparator.comparing(place -> samples.get(place).caption())).toList();
    }
}
