package dev.andon.embedding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;

/**
 * Remembers the vectors of texts that were embedded before, since models say the same of most parts. What is remembered
 * is the very vector that came first; the embedder is asked for the others alone. Any thread.
 */
public final class CachedEmbedder implements Embedder {

    private final Embedder embedder;
    private final Recorder recorder;
    private final Cache<String, float[]> vectors;

    /**
     * Remembers nothing yet.
     *
     * @param embedder is asked for what is not remembered
     * @param texts    remembered at most
     */
    public CachedEmbedder(Embedder embedder, int texts, Recorder recorder) {
        this.embedder = embedder;
        this.recorder = recorder;
        this.vectors = Caffeine.newBuilder().maximumSize(texts).executor(Runnable::run).build();
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public boolean knows(String language) {
        return embedder.knows(language);
    }

    @Override
    public Map<String, ServerState> servers() {
        return embedder.servers();
    }

    @Override
    public Embeddings embed(List<String> texts, Instant deadline) throws InterruptedException {
        Map<String, float[]> known = new HashMap<>(vectors.getAllPresent(texts));
        List<String> missing = texts.stream().filter(text -> !known.containsKey(text)).toList();
        recorder.add(MetricNames.EMBEDDING_CACHE, texts.size() - missing.size(), "result", "hit");
        recorder.add(MetricNames.EMBEDDING_CACHE, missing.size(), "result", "miss");
        if (missing.isEmpty()) {
            return inOrder(texts, known);
        }
        Embeddings found = embedder.embed(missing, deadline);
        if (!(found instanceof Embeddings.Vectors(List<float[]> each))) {
            return found;
        }
        if (!fit(each, known)) {
            vectors.invalidateAll();
            return embedder.embed(texts, deadline);
        }
        for (int i = 0; i < missing.size(); i++) {
            vectors.put(missing.get(i), each.get(i));
            known.put(missing.get(i), each.get(i));
        }
        return inOrder(texts, known);
    }

    /** Whether they are as long as those that are known: else a server has another model now under the same name. */
    private static boolean fit(List<float[]> found, Map<String, float[]> known) {
        return known.values().stream().allMatch(vector -> vector.length == found.getFirst().length);
    }

    private static Embeddings inOrder(List<String> texts, Map<String, float[]> known) {
        List<float[]> each = new ArrayList<>();
        for (String text : texts) {
            each.add(known.get(text));
        }
        return new Embeddings.Vectors(each);
    }
}
