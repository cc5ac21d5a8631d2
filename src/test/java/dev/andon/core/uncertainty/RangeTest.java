package dev.andon.core.uncertainty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.andon.core.sampling.Sample;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is said of a score beforehand holds for whatever comes. The number of the repetition is the seed. */
class RangeTest {

    @RepeatedTest(300)
    void noScoreEndsOutsideItsRange(RepetitionInfo repetition) throws Exception {
        // given
        RandomSamples random = new RandomSamples(repetition.getCurrentRepetition());
        List<Sample> all = new ArrayList<>(random.samples());
        all.addAll(random.samples());
        List<Sample> some = all.subList(0, 2 + repetition.getCurrentRepetition() % (all.size() - 2));
        int missing = all.size() - some.size();
        Embedder embedder = random.embedder();

        // when
        Map<String, Double> scores = Measures.score(all, TestSamples.LABELS, embedder, Instant.EPOCH).byMeasure();
        Cosines cosines = Measures.score(some, TestSamples.LABELS, embedder, Instant.EPOCH).cosines();

        // then
        scores.forEach((measure, score) -> {
            Range range = Measures.range(measure, some, TestSamples.LABELS, missing, cosines);
            assertThat(score).as(measure).isBetween(range.low(), range.high());
        });
    }

    @Test
    void theRangeOfCaptionDiversityIsAsNarrowAsItCanBe() {
        // given two captions at right angles, and one to come
        Cosines two = new Cosines(2, List.of(0.0));

        // when
        Range range = new CaptionDiversity().range(two, 1);

        // then the third lies between them, or opposite
        double half = Math.sqrt(0.5);
        assertThat(range.low()).isCloseTo((1 + 2 * (1 - half)) / 3, within(1e-8));
        assertThat(range.high()).isEqualTo(1);
        assertThat(new CaptionDiversity().score(new Cosines(3, List.of(0.0, half, half))))
                .isCloseTo(range.low(), within(1e-8));
    }

    @Test
    void alikeCaptionsCannotComeToDifferMuchByFewMore() {
        // given nine captions that are the same, and one to come, which may be their opposite
        Cosines nine = new Cosines(9, Collections.nCopies(36, 1.0));

        // when
        Range range = new CaptionDiversity().range(nine, 1);

        // then
        assertThat(range.low()).isZero();
        assertThat(range.high()).isCloseTo(9 * 2 / 45.0, within(1e-8));
    }

    @Test
    void disagreementDependsOnWhatCanBeAnswered() {
        // given
        Prospect prospect = new Prospect(List.of(3, 1, 0), 4);

        // then all may agree with most, or spread until three classes share eight
        assertThat(prospect.disagreement()).isEqualTo(new Range(1 / 8.0, 5 / 8.0));
        assertThat(prospect.spread()).containsExactlyInAnyOrder(3, 3, 2);
        assertThat(prospect.gathered()).containsExactlyInAnyOrder(7, 1);
    }
}
