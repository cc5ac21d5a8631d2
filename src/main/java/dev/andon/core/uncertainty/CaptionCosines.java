package dev.andon.core.uncertainty;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * From captions to cosines.
 *
 * <p>Each different caption is embedded once, and in sorted order: repetitions cost nothing and have a cosine of
 * exactly 1, and an embedder whose vectors depend in the last bit on their place in the batch cannot make the order of
 * the samples show.
 */
final class CaptionCosines {

    private CaptionCosines() {}

    /** The cosines of captions that are all the same, whatever their vector: nobody has to be asked for it. */
    static Cosines alike(int count) {
        return new Cosines(count, Collections.nCopies(count * (count - 1) / 2, 1.0));
    }

    /** The different captions, each once and in the order in which they are embedded. */
    static List<String> different(List<String> captions) {
        return List.copyOf(new TreeSet<>(captions));
    }

    /**
     * The cosines between the captions, in the order of the captions.
     *
     * @param captions at least 2, none blank
     * @param vectors  of the {@link #different} ones
     * @throws IllegalArgumentException if the vectors are not what they should be
     */
    static Cosines between(List<String> captions, List<float[]> vectors) {
        Map<String, Embedding> embeddings = embeddings(different(captions), vectors);
        List<Embedding> inOrder = captions.stream().map(embeddings::get).toList();
        return new Cosines(captions.size(), Pairs.of(inOrder, Embedding::cosine));
    }

    private static Map<String, Embedding> embeddings(List<String> texts, List<float[]> vectors) {
        if (vectors.size() != texts.size()) {
            throw new IllegalArgumentException(vectors.size() + " vectors for " + texts.size() + " texts");
        }
        Map<String, Embedding> embeddings = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            embeddings.put(texts.get(i), Embedding.of(vectors.get(i)));
        }
        return embeddings;
    }
}
