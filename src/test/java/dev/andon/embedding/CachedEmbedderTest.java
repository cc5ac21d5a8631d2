package dev.andon.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.fixture.FakeEmbedder;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CachedEmbedderTest {

    private final Recorder recorder = new Recorder(new SimpleMeterRegistry());
    private final Asked asked = new Asked(new FakeEmbedder());

    @Test
    void asksOnlyForWhatIsNew() {
        Embedder cached = new CachedEmbedder(asked, 100, recorder);
        TestVectors.of(cached, "a", "b");

        TestVectors.of(cached, "b", "c", "a");

        assertThat(asked.batches).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(recorder.counted(MetricNames.EMBEDDING_CACHE, "result", "hit")).isEqualTo(2);
        assertThat(recorder.counted(MetricNames.EMBEDDING_CACHE, "result", "miss")).isEqualTo(3);
    }

    @Test
    void vectorsAreTheSameBitForBit(@TempDir Path scratch) throws IOException {
        String[] texts = {"A hole is missing.", "The edge is clean.", "Too dark to tell."};
        try (InProcessEmbedder plain = InProcessEmbedder.load(scratch)) {
            Embedder cached = new CachedEmbedder(plain, 100, recorder);
            TestVectors.of(cached, texts[2], texts[0]);

            List<float[]> remembered = TestVectors.of(cached, texts);

            assertThat(remembered).usingRecursiveComparison().isEqualTo(TestVectors.of(plain, texts));
        }
    }

    @Test
    void forgetsBeyondItsBound() {
        Embedder cached = new CachedEmbedder(asked, 10, recorder);
        String[] texts = IntStream.range(0, 500).mapToObj(i -> "caption " + i).toArray(String[]::new);
        TestVectors.of(cached, texts);

        TestVectors.of(cached, texts);

        assertThat(recorder.counted(MetricNames.EMBEDDING_CACHE, "result", "hit")).isBetween(1.0, 10.0);
    }

    @Test
    void whatCannotBeEmbeddedIsNotRemembered() throws Exception {
        Embedder cached = new CachedEmbedder(asked, 100, recorder);
        TestVectors.of(cached, "a");
        asked.away = true;

        assertThat(cached.embed(List.of("a", "b"), Instant.MAX)).isEqualTo(new Embeddings.Unavailable("away"));
        assertThat(cached.embed(List.of("a"), Instant.MAX)).isInstanceOf(Embeddings.Vectors.class);

        asked.away = false;
        assertThat(TestVectors.of(cached, "a", "b")).hasSize(2);
    }

    @Test
    void aModelWithLongerVectorsReplacesWhatIsRemembered() {
        Embedder cached = new CachedEmbedder(asked, 100, recorder);
        TestVectors.of(cached, "a");
        asked.longer = true;

        List<float[]> vectors = TestVectors.of(cached, "a", "b");

        assertThat(vectors).extracting(vector -> vector.length).containsExactly(65, 65);
        assertThat(TestVectors.of(cached, "a").getFirst()).hasSize(65);
    }

    @Test
    void manyThreadsGetTheSameVectors() throws Exception {
        Embedder cached = new CachedEmbedder(new FakeEmbedder(), 20, recorder);
        List<String> texts = IntStream.range(0, 60).mapToObj(i -> "caption number " + i).toList();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            List<String> some = new ArrayList<>(texts);
            Collections.shuffle(some, new Random(seed));
            String[] five = some.subList(0, 5).toArray(String[]::new);
            calls.add(() -> same(TestVectors.of(cached, five), TestVectors.of(new FakeEmbedder(), five)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> same : threads.invokeAll(calls)) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    private static boolean same(List<float[]> some, List<float[]> others) {
        return IntStream.range(0, some.size())
                .allMatch(i -> Arrays.equals(some.get(i), others.get(i)));
    }

    /** Remembers what it was asked, and can be away or become another model. One thread. */
    private static final class Asked implements Embedder {

        private final Embedder embedder;
        final List<List<String>> batches = new ArrayList<>();
        boolean away;
        boolean longer;

        Asked(Embedder embedder) {
            this.embedder = embedder;
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
        public Embeddings embed(List<String> texts, Instant deadline) throws InterruptedException {
            batches.add(texts);
            if (away) {
                return new Embeddings.Unavailable("away");
            }
            Embeddings found = embedder.embed(texts, deadline);
            return longer && found instanceof Embeddings.Vectors(List<float[]> each)
                    ? new Embeddings.Vectors(
                            each.stream().map(vector -> Arrays.copyOf(vector, vector.length + 1)).toList())
                    : found;
        }
    }
}
