package dev.andon.core.sampling;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import dev.andon.core.sampling.Reply.Cause;
import dev.andon.core.sampling.SamplingProgress.Call;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SamplingProgressTest {

    private static final SamplingPlan FIVE = plan(5, new StoppingRule.AllSamples());

    @Test
    void everythingIsAskedForAtOnceInCallsOfTheAllowedSize() {
        assertThat(new SamplingProgress(FIVE, List.of()).nextWave(1)).hasSize(5);
        assertThat(new SamplingProgress(FIVE, List.of()).nextWave(2)).containsExactly(new Call(0, 2), new Call(2, 2),
                new Call(4, 1));
    }

    @Test
    void samplesThatAreThereAreNotAskedForAgain() {
        SamplingProgress progress = new SamplingProgress(FIVE, List.of(sample(1), sample(3)));

        assertThat(progress.nextWave(8)).containsExactly(new Call(0, 1), new Call(2, 1), new Call(4, 1));
    }

    @Test
    void keptSamplesBeyondNTakeThePlaceOfMissingOnes() {
        SamplingProgress progress = new SamplingProgress(FIVE, List.of(sample(0), sample(1), sample(2), sample(5)));

        assertThat(progress.nextWave(1)).containsExactly(new Call(3, 1));
        assertThat(progress.add(invalid(3))).contains(new Call(6, 1));
    }

    @Test
    void anInvalidAnswerIsMadeUpForSinglyUnderANewSeed() {
        SamplingProgress progress = new SamplingProgress(FIVE, List.of());
        progress.nextWave(5);

        assertThat(progress.add(invalid(2))).contains(new Call(5, 1));
        assertThat(progress.add(invalid(5))).contains(new Call(6, 1));
        assertThat(progress.outcome(false).invalid()).isEqualTo(2);
    }

    @Test
    void aModelThatNeverAnswersProperlyIsAskedTwiceNTimesAtMost() {
        SamplingProgress progress = new SamplingProgress(FIVE, List.of());
        int asked = progress.nextWave(1).size();
        for (int open = asked; open > 0; open--) {
            if (progress.add(invalid(asked)).isPresent()) {
                asked++;
                open++;
            }
        }

        assertThat(asked).isEqualTo(10);
    }

    @Test
    void aServerThatCannotBeReachedIsNotAskedAgain() {
        SamplingProgress progress = new SamplingProgress(FIVE, List.of());
        progress.nextWave(1);

        assertThat(progress.add(new Reply.Unavailable(0, "connection refused"))).isEmpty();
        assertThat(progress.outcome(false).unavailable()).isEqualTo("connection refused");
    }

    @Test
    void theOutcomeIsInOrderWhateverCameFirst() {
        SamplingProgress progress = new SamplingProgress(FIVE, List.of());
        List.of(4, 0, 2, 1, 3).forEach(index -> progress.add(new Reply.Valid(sample(index))));

        assertThat(progress.outcome(false).samples()).extracting(Sample::index)
                .containsExactlyElementsOf(IntStream.range(0, 5).boxed().toList());
    }

    @Test
    void wavesAskForWhatIsMissingToTheirEnds() {
        SamplingProgress progress = new SamplingProgress(plan(9, new StoppingRule.Lossless(4, 2)), List.of(sample(1)));

        assertThat(progress.nextWave(2)).containsExactly(new Call(0, 1), new Call(2, 2));
        assertThat(progress.nextWave(2)).containsExactly(new Call(4, 2));
        assertThat(progress.nextWave(2)).containsExactly(new Call(6, 2));
        assertThat(progress.nextWave(2)).containsExactly(new Call(8, 1));
        assertThat(progress.nextWave(2)).isEmpty();
    }

    @Test
    void wavesThatKeptSamplesFillAreLeftOut() {
        SamplingProgress progress = new SamplingProgress(plan(6, new StoppingRule.UnanimousWindow(3, 0.5)),
                List.of(sample(0), sample(1), sample(2), sample(4)));

        assertThat(progress.nextWave(1)).containsExactly(new Call(3, 1), new Call(5, 1));
        assertThat(progress.nextWave(1)).isEmpty();
    }

    @Test
    void aWaveIsFullWhenItHasItsSamplesWhoeverBroughtThem() {
        SamplingProgress progress = new SamplingProgress(plan(5, new StoppingRule.Lossless(2, 3)), List.of());
        progress.nextWave(1);
        progress.add(new Reply.Valid(sample(0)));

        assertThat(progress.waveIsFull()).isFalse();
        Call spare = progress.spare();
        progress.add(new Reply.Valid(sample(spare.first())));

        assertThat(spare).isEqualTo(new Call(5, 1));
        assertThat(progress.waveIsFull()).isTrue();
        assertThat(progress.missing()).isEqualTo(3);
        assertThat(progress.outcome(true).asked()).isEqualTo(3);
    }

    private static SamplingPlan plan(int samples, StoppingRule stopping) {
        return new SamplingPlan(samples, 3, 1.0, 100, Duration.ofSeconds(30), stopping, null, null);
    }

    private static Sample sample(int index) {
        return new Sample(index, new Answer("ok"), "as drawn", 7 + index, Duration.ofMillis(5), 1, 1);
    }

    private static Reply invalid(int index) {
        return new Reply.Invalid(index, Cause.UNPARSEABLE, "no JSON");
    }
}
