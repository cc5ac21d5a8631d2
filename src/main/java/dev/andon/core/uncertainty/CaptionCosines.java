package dev.andon.core.uncertainty;

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

    /**
     * The cosines between the captions, in the order of the captions.
     *
     * @param captions at least 2, none blank
     * @throws IllegalArgumentException if the embedder breaks its contract
     */
    static Cosines between(List<String> captions, Embedder embedder) {
        try {
            Map<String, Embedding> embeddings = embed(List.copyOf(new TreeSet<>(captions)), embedder);
            List<Embedding> inOrder = captions.stream().map(embeddings::get).toList();
            return new Cosines(captions.size(), Pairs.of(inOrder, Embedding::cosine));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("embedder " + embedder.name() + " broke its contract: " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, Embedding> embed(List<String> texts, Embedder embedder) {
        List<float[]> vectors = embedder.embed(texts);
        Map<String, Embedding> embeddings = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            embeddings.put(texts.get(i), Embedding.of(vectors.get(i)));
        }
        return embeddings;
    }
}
