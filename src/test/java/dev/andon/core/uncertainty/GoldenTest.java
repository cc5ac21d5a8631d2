package dev.andon.core.uncertainty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
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
    void captionDiversityIsTheMeanCosineDistanceOfScipyAndSklearnClipped(JsonNode golden) throws Exception {
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
    void answerEntropyIsTheClusterEntropyOfUqlmAndSemanticUncertainty(JsonNode golden) throws Exception {
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

    /** Whole groups of one meaning: what semantic entropy adds to that of answers is the grouping, which is below. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("records")
    void semanticEntropyIsTheClusterEntropyOfUqlm(JsonNode golden) {
        // given captions with a cosine of 1 within a cluster, and of 0 without
        JsonNode ids = golden.get("cluster_ids");
        Cosines cosines = cosines(ids.size(), (i, j) -> ids.get(i).equals(ids.get(j)) ? 1 : 0);

        // when
        double score = new SemanticEntropy().score(cosines);

        // then
        assertThat(score).isCloseTo(golden.get("uqlm_normalized_semantic_entropy").asDouble(), within(TOLERANCE));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("records")
    void meaningsAreGroupedAsByCompleteLinkageOfScipy(JsonNode golden) throws Exception {
        // given
        TableEmbedder embedder = new TableEmbedder();
        List<Sample> samples = samplesWithEmbeddings(golden.get("embeddings"), embedder);
        Cosines cosines = Objects.requireNonNull(
                Measures.score(samples, ANY, embedder, Instant.MAX).cosines());

        golden.get("scipy_complete_linkage_ids").properties().forEach(entry -> {
            // when
            List<List<Integer>> groups = MeaningGroups.of(cosines, Double.parseDouble(entry.getKey()));

            // then
            List<Integer> ids = new ArrayList<>(Collections.nCopies(samples.size(), -1));
            groups.forEach(group -> group.forEach(place -> ids.set(place, groups.indexOf(group))));
            assertThat(ids).as("cosine %s", entry.getKey()).isEqualTo(integers(entry.getValue()));
        });
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("records")
    void vendiIsThatOfItsAuthors(JsonNode golden) throws Exception {
        // given
        TableEmbedder embedder = new TableEmbedder();
        List<Sample> samples = samplesWithEmbeddings(golden.get("embeddings"), embedder);

        // when
        double score = score(samples, embedder, Measures.VENDI);

        // then
        assertThat(score).isCloseTo((golden.get("vendi_q1_cosine").asDouble() - 1) / (samples.size() - 1),
                within(TOLERANCE));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordsWithEntailment")
    void meaningsOfAGraphAreThoseOfLmPolygraphAndUqNlg(JsonNode golden) {
        // given
        JsonNode entail = golden.get("nli_entail");
        RealMatrix weights = new Array2DRowRealMatrix(entail.size(), entail.size());
        for (int i = 0; i < entail.size(); i++) {
            for (int j = 0; j < entail.size(); j++) {
                weights.setEntry(i, j, (entail.get(i).get(j).asDouble() + entail.get(j).get(i).asDouble()) / 2);
            }
        }

        // when
        double meanings = Spectral.meanings(weights);

        // then
        assertThat(meanings).isCloseTo(golden.get("lmp_EigValLaplacian_nli_entail").asDouble(), within(TOLERANCE));
        assertThat(meanings).isCloseTo(golden.get("uqnlg_spectral_eigv_clip_nli_entail").asDouble(),
                within(TOLERANCE));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordsWithJaccard")
    void spectralIsThatOfLmPolygraphOnTheSameGraph(JsonNode golden) {
        // given
        JsonNode alike = golden.get("lmp_jaccard_matrix");
        Cosines cosines = cosines(alike.size(), (i, j) -> alike.get(i).get(j).asDouble());

        // when
        double score = new Spectral().score(cosines);

        // then
        double meanings = golden.get("lmp_EigValLaplacian_jaccard").asDouble();
        assertThat(score).isCloseTo((meanings - 1) / (alike.size() - 1), within(TOLERANCE));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordsInAscii")
    void rougeDiversityIsWhatRougeScoreLeavesOf1(JsonNode golden) throws Exception {
        // given
        List<String> captions = new ArrayList<>();
        golden.get("captions").forEach(caption -> captions.add(caption.textValue()));

        // when
        double score = score(TestSamples.captions(captions), null, Measures.ROUGE_DIVERSITY);

        // then
        assertThat(score).isCloseTo(1 + golden.get("lmp_lexsim_rougeL_nostem").asDouble(), within(TOLERANCE));
    }

    static Stream<JsonNode> recordsWithEntailment() throws IOException {
        return records().filter(golden -> golden.has("nli_entail"));
    }

    static Stream<JsonNode> recordsWithJaccard() throws IOException {
        return records().filter(golden -> golden.has("lmp_jaccard_matrix"));
    }

    /** Where the peer's words are ours: only ASCII, and at least one word in each caption. */
    static Stream<JsonNode> recordsInAscii() throws IOException {
        return records().filter(golden -> golden.get("captions").valueStream().map(JsonNode::textValue)
                .allMatch(caption -> caption.matches("(?s)\\p{ASCII}*\\p{Alnum}\\p{ASCII}*")));
    }

    private static Cosines cosines(int count, ToDoubleBiFunction<Integer, Integer> cosine) {
        return new Cosines(count, Pairs.of(IntStream.range(0, count).boxed().toList(), cosine));
    }

    private static List<Integer> integers(JsonNode array) {
        return array.valueStream().map(JsonNode::intValue).toList();
    }

    private static double score(List<Sample> samples, @Nullable Embedder embedder, String measure)
            throws InterruptedException {
        Scores scores = embedder == null
                ? Measures.score(samples, ANY)
                : Measures.score(samples, ANY, embedder, Instant.MAX);
        return Objects.requireNonNull(scores.byMeasure().get(measure));
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
