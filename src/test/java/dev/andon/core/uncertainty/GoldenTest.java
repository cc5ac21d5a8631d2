package dev.andon.core.uncertainty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Our measures against values that others computed; the README beside them names the peers and their definitions. */
class GoldenTest {

    private static final double TOLERANCE = 1e-9;
    private static final Labels ANY = new Labels(List.of());

    static Stream<JsonNode> records() throws IOException {
        InputStream file = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("/golden/uncertainty.jsonl"));
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> records = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(json.readTree(line));
            }
        }
        return records.stream();
    }

    /** SciPy takes the mean over pairs as we do, but does not clip it; scikit-learn's distances are the same. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("records")
    void captionDiversityIsTheMeanCosineDistanceOfScipyAndSklearnClipped(JsonNode golden) {
        // given
        TableEmbedder embedder = new TableEmbedder();
        List<Sample> samples = samplesWithEmbeddings(golden.get("embeddings"), embedder);

        // when
        double score = score(samples, embedder, Measures.CAPTION_DIVERSITY);

        // then
        assertThat(score).isCloseTo(clipped(golden, "scipy_pdist_cosine_mean"), within(TOLERANCE));
        assertThat(score).isCloseTo(clipped(golden, "reimplemented_mean_pairwise_cosine_distance_sklearn"),
                within(TOLERANCE));
    }

    /** uqlm divides by ln n as we do; semantic_uncertainty does not divide. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("records")
    void answerEntropyIsTheClusterEntropyOfUqlmAndSemanticUncertainty(JsonNode golden) {
        // given
        List<Sample> samples = new ArrayList<>();
        golden.get("cluster_ids").forEach(cluster -> samples
                .add(TestSamples.sample(samples.size(), "cluster " + cluster.asInt(), "A bracket.")));

        // when
        double score = score(samples, null, Measures.ANSWER_ENTROPY);

        // then
        assertThat(score).isCloseTo(golden.get("uqlm_normalized_semantic_entropy").asDouble(), within(TOLERANCE));
        assertThat(score * Math.log(samples.size()))
                .isCloseTo(golden.get("jlko_cluster_assignment_entropy").asDouble(), within(TOLERANCE));
    }

    private static double score(List<Sample> samples, @Nullable Embedder embedder, String measure) {
        return Objects.requireNonNull(Measures.score(samples, ANY, embedder).byMeasure().get(measure));
    }

    private static double clipped(JsonNode golden, String field) {
        return Math.clamp(golden.get(field).asDouble(), 0.0, 1.0);
    }

    /**
     * One sample per vector. The vectors have six decimals: a million times as long, they are whole numbers that a
     * float holds exactly, and their cosines are the same.
     */
    private static List<Sample> samplesWithEmbeddings(JsonNode embeddings, TableEmbedder embedder) {
        List<String> captions = new ArrayList<>();
        for (JsonNode embedding : embeddings) {
            float[] vector = new float[embedding.size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = Math.round(embedding.get(i).asDouble() * 1e6);
            }
            captions.add("caption " + captions.size());
            embedder.with(captions.getLast(), vector);
        }
        return TestSamples.captions(captions);
    }
}
