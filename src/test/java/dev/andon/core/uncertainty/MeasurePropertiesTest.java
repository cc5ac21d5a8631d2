package dev.andon.core.uncertainty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for any samples whatever. The number of the repetition is the seed: a failure can be repeated. */
class MeasurePropertiesTest {

    private static final int CASES = 300;

    @RepeatedTest(CASES)
    void everyScoreIsAShareAndEveryCosineACosine(RepetitionInfo repetition) throws Exception {
        // given
        RandomSamples random = new RandomSamples(repetition.getCurrentRepetition());

        List<Sample> samples = random.samples();

        // when
        Scores scores = Measures.score(samples, TestSamples.LABELS, random.embedder(), Instant.MAX);

        // then (NaN is between nothing)
        assertThat(scores.byMeasure().keySet()).isEqualTo(Measures.names().stream()
                .filter(name -> !name.equals(Measures.ROUGE_DIVERSITY) || new RougeDiversity().reads(samples))
                .collect(Collectors.toSet()));
        assertThat(scores.byMeasure().values()).allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
        assertThat(Objects.requireNonNull(scores.cosines()).pairs())
                .allSatisfy(cosine -> assertThat(cosine).isBetween(-1.0, 1.0));
    }

    @RepeatedTest(CASES)
    void theOrderOfTheSamplesChangesNoBit(RepetitionInfo repetition) throws Exception {
        // given
        RandomSamples random = new RandomSamples(repetition.getCurrentRepetition());
        List<Sample> samples = random.samples();
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));

        // when
        Map<String, Double> scores = Measures.score(samples, TestSamples.LABELS, random.embedder(), Instant.MAX)
                .byMeasure();
        Map<String, Double> again = Measures.score(shuffled, TestSamples.LABELS, random.embedder(), Instant.MAX)
                .byMeasure();

        // then (Double.equals compares bits)
        assertThat(again).isEqualTo(scores);
    }

    @RepeatedTest(CASES)
    void identicalSamplesScoreZero(RepetitionInfo repetition) throws Exception {
        // given
        RandomSamples random = new RandomSamples(repetition.getCurrentRepetition());
        List<Sample> samples = Collections.nCopies(2 + repetition.getCurrentRepetition() % 19, random.sample());

        // when
        Map<String, Double> scores = Measures.score(samples, TestSamples.LABELS, random.embedder(), Instant.MAX)
                .byMeasure();

        // then exactly, and not minus zero; the share that abstains is no difference
        boolean abstains = samples.getFirst().answer().equals(Answer.UNSURE);
        assertThat(scores).allSatisfy((measure, score) -> assertThat(score)
                .isEqualTo(Double.valueOf(abstains && measure.equals(Measures.ABSTAIN_SHARE) ? 1 : 0)));
    }

    @RepeatedTest(CASES)
    void cosinesAreTheSameInBothDirections(RepetitionInfo repetition) {
        // given
        RandomSamples random = new RandomSamples(repetition.getCurrentRepetition());
        Embedding one = Embedding.of(random.vector());
        Embedding other = Embedding.of(random.vector());

        // then
        assertThat(one.cosine(other)).isEqualTo(Double.valueOf(other.cosine(one)));
        assertThat(one.cosine(one)).isEqualTo(1);
    }
}
