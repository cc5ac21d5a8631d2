package dev.andon.core.uncertainty;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.andon.core.sampling.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class MeasuresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ok ok ok ok ok                       | 0   | 0   | 0   | 0
        ok ok ok ok bent                     | 0.2 | 0.2 | 0   | 0.31091750708257115
        ok ok ok bent missing_hole           | 0.4 | 0.4 | 0   | 0.5904362833084089
        bent bent bent missing_hole bent     | 0.2 | 0   | 0   | 0.31091750708257115
        bent missing_hole                    | 0.5 | 0   | 0   | 1
        ok unsure unsure unexpected bent     | 0.6 | 0.4 | 0.4 | 0.8277293767706428
        unsure unsure unexpected unexpected  | 0.5 | 0   | 0.5 | 0.5
        unsure unsure                        | 0   | 0   | 1   | 0
        """)
    void answersAreScored(String answers, double answerDisagreement, double resultDisagreement, double abstainShare,
            double answerEntropy) {
        // when
        Scores scores = Measures.score(TestSamples.answers(answers.split(" ")), TestSamples.LABELS);

        // then
        assertThat(scores.byMeasure()).containsEntry(Measures.ANSWER_DISAGREEMENT, answerDisagreement)
                .containsEntry(Measures.RESULT_DISAGREEMENT, resultDisagreement)
                .containsEntry(Measures.ABSTAIN_SHARE, abstainShare);
        assertThat(scores.byMeasure().get(Measures.ANSWER_ENTROPY)).isCloseTo(answerEntropy, within(1e-12));
    }

    @Test
    void sharesAreTheNumbersThatPeopleWrite() {
        // given
        List<Sample> samples = TestSamples.answers("ok ok ok ok ok ok ok bent bent bent".split(" "));

        // when
        Scores scores = Measures.score(samples, TestSamples.LABELS);

        // then 0.3, not the 0.30000000000000004 of 1 - 0.7
        assertThat(scores.byMeasure()).containsEntry(Measures.RESULT_DISAGREEMENT, 0.3);
    }

    @Test
    void withoutEmbedderTheMeasuresThatNeedOneAreAbsent() {
        // when
        Scores scores = Measures.score(TestSamples.answers("ok", "ok"), TestSamples.LABELS);

        // then
        assertThat(scores.byMeasure()).containsOnlyKeys(
                Measures.names().stream().filter(name -> !Measures.needsEmbedder(name)).toArray(String[]::new));
        assertThat(scores.cosines()).isNull();
        assertThat(scores.embedder()).isNull();
    }

    @Test
    void captionsThatCannotBeEmbeddedLeaveTheOtherMeasures() throws Exception {
        // given
        List<Sample> samples = TestSamples.captions(List.of("A hole.", "A bolt."));

        // when
        Scores scores = Measures.score(samples, TestSamples.LABELS, new AbsentEmbedder("the server is away"),
                Instant.MAX);

        // then
        assertThat(scores.byMeasure()).isEqualTo(Measures.score(samples, TestSamples.LABELS).byMeasure());
        assertThat(scores.cosines()).isNull();
        assertThat(scores.embedder()).isNull();
        assertThat(scores.missing()).isEqualTo("the server is away");
    }

    @Test
    void captionsThatAreAllTheSameNeedNoVector() throws Exception {
        // when
        Scores scores = score(new AbsentEmbedder("the server is away"), "same", "same", "same");

        // then
        assertThat(scores.byMeasure()).containsEntry(Measures.CAPTION_DIVERSITY, 0.0);
        assertThat(Objects.requireNonNull(scores.cosines()).pairs()).containsExactly(1.0, 1.0, 1.0);
        assertThat(scores.embedder()).isEqualTo("absent");
    }

    @Test
    void asManyVectorsAsTextsAreNeeded() {
        Embedder embedder = new TableEmbedder() {
            @Override
            public Embeddings embed(List<String> texts, Instant deadline) {
                return new Embeddings.Vectors(List.of(new float[]{1}));
            }
        };
        assertThatIllegalArgumentException().isThrownBy(() -> score(embedder, "good", "bad"))
                .withMessage("embedder table broke its contract: 1 vectors for 2 texts");
    }

    @Test
    void measuresOfMeaningNeedAnEmbedder() {
        assertThat(Measures.names()).filteredOn(Measures::needsEmbedder).containsExactlyInAnyOrder(
                Measures.CAPTION_DIVERSITY, Measures.SEMANTIC_ENTROPY, Measures.VENDI, Measures.SPECTRAL);
        assertThat(Measures.needsEmbedder("no such measure")).isFalse();
    }

    @Test
    void cosinesStandInTheOrderOfTheSamples() throws Exception {
        // given
        Embedder embedder = new TableEmbedder().with("z", 1, 1).with("a", 0, 2).with("m", -3, -3);

        // when
        Scores scores = score(embedder, "z", "a", "m", "z");

        // then (z,a) (z,m) (z,z) (a,m) (a,z) (m,z)
        double half = Math.sqrt(0.5);
        List<Double> expected = List.of(half, -1.0, 1.0, -half, half, -1.0);
        assertThat(Objects.requireNonNull(scores.cosines()).pairs())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : Double.compare(a, b))
                .isEqualTo(expected);
        assertThat(scores.embedder()).isEqualTo("table");
    }

    @Test
    void oppositeCaptionsAreClipped() throws Exception {
        // given a mean distance of 2
        Embedder embedder = new TableEmbedder().with("good", 1, 0).with("bad", -1, 0);

        // when
        Scores scores = score(embedder, "good", "bad");

        // then
        assertThat(scores.byMeasure()).containsEntry(Measures.CAPTION_DIVERSITY, 1.0);
    }

    @Test
    void eachCaptionIsEmbeddedOnceAndInSortedOrder() throws Exception {
        // given
        TableEmbedder embedder = new TableEmbedder().with("b", 1, 0).with("a", 0, 1);

        // when
        score(embedder, "b", "a", "b", "b");

        // then
        assertThat(embedder.batches()).containsExactly(List.of("a", "b"));
    }

    @Test
    void vectorsOfAnyLengthAreCompared() throws Exception {
        // given vectors whose squares are no floats
        Embedder embedder = new TableEmbedder().with("tiny", Float.MIN_VALUE, Float.MIN_VALUE).with("huge",
                Float.MAX_VALUE, Float.MAX_VALUE);

        // when
        Scores scores = score(embedder, "tiny", "huge");

        // then
        assertThat(scores.byMeasure().get(Measures.CAPTION_DIVERSITY)).isCloseTo(0, within(1e-12));
    }

    static List<float[]> brokenVectors() {
        return List.of(new float[]{0, 0}, new float[]{-0f, 0}, new float[]{Float.NaN, 1},
                new float[]{Float.NEGATIVE_INFINITY, 1}, new float[]{1}, new float[]{});
    }

    @ParameterizedTest
    @MethodSource("brokenVectors")
    void anEmbedderThatBreaksItsContractIsAnError(float[] vector) {
        Embedder embedder = new TableEmbedder().with("good", 1, 0).with("broken", vector);
        assertThatIllegalArgumentException().isThrownBy(() -> score(embedder, "good", "broken"))
                .withMessageContaining("table").withMessageContaining("vector");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void fewerThanTwoSamplesAreAnError(int count) {
        List<Sample> samples = TestSamples.answers("ok").subList(0, count);
        assertThatIllegalArgumentException().isThrownBy(() -> Measures.score(samples, TestSamples.LABELS))
                .withMessage("a score needs at least 2 samples, not " + count);
    }

    @Test
    void aBlankCaptionIsAnError() {
        List<Sample> samples = TestSamples.captions(List.of("A bracket.", " \n"));
        assertThatIllegalArgumentException().isThrownBy(() -> Measures.score(samples, TestSamples.LABELS))
                .withMessageContaining("sample 1");
    }

    private static Scores score(Embedder embedder, String... captions) throws InterruptedException {
        return Measures.score(TestSamples.captions(List.of(captions)), TestSamples.LABELS, embedder, Instant.MAX);
    }
}
