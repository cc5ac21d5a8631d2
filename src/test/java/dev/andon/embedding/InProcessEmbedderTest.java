package dev.andon.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class InProcessEmbedderTest {

    private static final String FINDING = "The bracket has all four holes and a clean edge.";

    @TempDir
    static Path scratch;

    private static InProcessEmbedder embedder;

    @BeforeAll
    static void load() throws IOException {
        embedder = InProcessEmbedder.load(scratch);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void leavesNoFilesBehind() {
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void vectorsHaveUnitLength() {
        List<float[]> vectors = vectors(FINDING, "?", "欠陥なし", "a".repeat(5_000));

        assertThat(vectors).hasSize(4).allSatisfy(vector -> {
            assertThat(vector).hasSize(384);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "All four holes of the bracket are there and its edge is clean. | A hole is missing on the left side.",
        "The bracket shows four holes and an undamaged edge. | The solder joint is cold and has too little tin.",
        "Four holes are present on the bracket, the edge looks clean. | The label of the bottle is torn."})
    void paraphrasesAreCloserThanOtherFindings(String paraphrase, String other) {
        List<float[]> vectors = vectors(FINDING, paraphrase, other);

        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + 0.1);
    }

    @Test
    void threadsAndInstancesAgreeBitForBit() throws Exception {
        String[] texts = {FINDING, "A hole is missing.", "Too dark to tell.", "The edge is bent at a corner."};
        List<float[]> alone = vectors(texts);

        try (InProcessEmbedder second = InProcessEmbedder.load(scratch);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<float[]>>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> vectors(texts));
                calls.add(() -> TestVectors.of(second, texts));
            }
            for (Future<List<float[]>> vectors : threads.invokeAll(calls)) {
                assertThat(vectors.get()).usingRecursiveComparison().isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FINDING, "?", "The part's edge (bent) isn't 5.5 mm; see #12, ok?", "欠陥なし",
        "[MASK] ##ing \u200b e\u0301 🔩", "hole hole hole hole hole hole hole hole hole hole hole hole hole hole hole"})
    void vectorsAreThoseOfTheLibraryBitForBit(String text) {
        float[] library = Library.MODEL.embed(text).content().vector();

        assertThat(vectors(text).getFirst()).isEqualTo(library);
    }

    /** The library's own class, with its own session. */
    private static final class Library {
        static final EmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel();
    }

    @Test
    void wordsPastTheLimitDoNotCount() {
        String long128 = "hole ".repeat(InProcessEmbedder.MAX_TOKENS);

        List<float[]> vectors = vectors(long128, long128 + "and the label is torn");

        assertThat(vectors.get(1)).isEqualTo(vectors.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00a0"})
    void blankTextsAreRefused(String blank) {
        assertThatThrownBy(() -> vectors(FINDING, blank)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text 1 of 2 is blank");
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en-GB, true", "EN-us, true", "de, false", "ja-JP, false", "enm, false", "und, false",
        "'', false"})
    void knowsEnglishAlone(String language, boolean known) {
        assertThat(embedder.knows(language)).isEqualTo(known);
    }

    @Test
    void namesItsModel() {
        assertThat(embedder.name()).isEqualTo("all-minilm-l6-v2-q");
    }

    @Test
    void refusesWorkOnceClosed() throws IOException {
        InProcessEmbedder closed = InProcessEmbedder.load(scratch);
        closed.close();
        closed.close();

        assertThatThrownBy(() -> TestVectors.of(closed, FINDING)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private static List<float[]> vectors(String... texts) {
        return TestVectors.of(embedder, texts);
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
