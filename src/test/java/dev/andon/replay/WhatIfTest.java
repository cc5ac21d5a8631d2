package dev.andon.replay;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import dev.andon.core.calibration.Grid;
import dev.andon.core.decision.Hindsight.View;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.FrameId;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Measures;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WhatIfTest {

    private static final List<String> ANSWERS = List.of("ok ok ok ok ok", "ok ok ok ok bent", "ok ok ok bent bent",
            "bent bent bent bent bent", "ok unsure ok ok ok", "ok ok");
    private static final LinePolicy POLICY = TestPolicies.fixed("l", 1, "m", 0.25);
    private static final StoppingRule ALL = new StoppingRule.AllSamples();

    /** One cell for all thresholds at once says what deciding each frame anew says. */
    @ParameterizedTest
    @ValueSource(strings = {Measures.CAPTION_DIVERSITY, Measures.ANSWER_DISAGREEMENT, Measures.VENDI})
    void aCellIsWhatRescoringSays(String measure) {
        // given
        List<Inspection> frames = frames(200);
        WhatIf whatIf = whatIf(frames, new Variant(measure, 5, ALL));

        // when
        List<Double> thresholds = List.of(0.0, 0.1, 0.2, 0.255, 0.4, 1.0);
        List<Cell> cells = whatIf.rows(thresholds, null).getFirst().cells();

        // then
        for (int i = 0; i < thresholds.size(); i++) {
            LinePolicy next = TestPolicies.fixed("l", 2, "m", thresholds.get(i), measure);
            Candidate candidate = new Candidate(Map.of(next.line(), next), Records.history(POLICY));
            long held = frames.stream()
                    .filter(frame -> candidate.of(frame) instanceof View.Seen seen
                            && seen.then().route() == Route.HUMAN_REVIEW)
                    .count();
            assertThat(cells.get(i).held()).as("at %s", thresholds.get(i)).isEqualTo(held);
        }
    }

    @Test
    void changesAreCountedAgainstTheRecord() {
        // given one frame on each side of the threshold of its time
        List<Inspection> frames = List.of(Records.of(POLICY, 0, "ok ok ok ok ok", 0.8, 0.5),
                Records.of(POLICY, 1, "ok ok ok ok ok", 0.7, 0.5));

        // when
        List<Cell> cells = whatIf(frames, new Variant(Measures.CAPTION_DIVERSITY, 5, ALL))
                .rows(List.of(0.1, 0.25, 0.4), null).getFirst().cells();

        // then
        assertThat(cells).extracting(Cell::toHeld).containsExactly(1L, 0L, 0L);
        assertThat(cells).extracting(Cell::toAccepted).containsExactly(0L, 0L, 1L);
        assertThat(cells).extracting(Cell::held).containsExactly(2L, 1L, 0L);
        assertThat(cells).extracting(Cell::mostPerHour).containsExactly(2, 1, 0);
    }

    @Test
    void fewerSamplesAreDrawnWithoutReplacementAndTheSameEveryTime() {
        List<Integer> order = Drawing.order(new FrameId("f"), 8);

        assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7)
                .isEqualTo(Drawing.order(new FrameId("f"), 8));
        int[] firsts = new int[8];
        IntStream.range(0, 8_000).forEach(i -> firsts[Drawing.order(new FrameId("f" + i), 8).getFirst()]++);
        assertThat(firsts).as("each place comes first about equally often")
                .satisfies(counts -> IntStream.of(counts).forEach(count -> assertThat(count).isBetween(850, 1_150)));
    }

    @Test
    void framesWithTooFewSamplesOnRecordAreNotCounted() {
        WhatIf whatIf = whatIf(List.of(Records.of(POLICY, 0, "ok ok ok ok ok", 0.9, 0.5)),
                new Variant(Measures.CAPTION_DIVERSITY, 7, ALL));

        WhatIf.Row row = whatIf.rows(List.of(0.5), null).getFirst();

        assertThat(row.frames()).isZero();
        assertThat(row.uncovered()).isEqualTo(1);
    }

    /** Captions that are all the same direction settle a frame as soon as nothing can come in between. */
    @Test
    void theLosslessRuleTakesFewerSamplesForTheSameRoutes() {
        // given
        List<Inspection> frames = frames(200);
        Variant all = new Variant(Measures.ANSWER_DISAGREEMENT, 5, ALL);
        Variant lossless = new Variant(Measures.ANSWER_DISAGREEMENT, 5, new StoppingRule.Lossless(1, 1));
        WhatIf whatIf = new WhatIf(List.of(all, lossless), Records.history(POLICY), new Truths());

        // when
        frames.forEach(whatIf::add);

        // then
        List<Double> thresholds = IntStream.range(0, Grid.SIZE).mapToObj(Grid::value).toList();
        List<Cell> cells = whatIf.rows(thresholds, null).getFirst().cells();
        List<Cell> fewer = whatIf.rows(thresholds, null).getLast().cells();
        assertThat(fewer).extracting(Cell::held).isEqualTo(cells.stream().map(Cell::held).toList());
        for (int i = 0; i < cells.size(); i++) {
            assertThat(fewer.get(i).calls()).isLessThanOrEqualTo(cells.get(i).calls());
        }
        assertThat(fewer.getFirst().calls()).isLessThan(cells.getFirst().calls());
    }

    @Test
    void errorsComeFromVerdicts() {
        // given
        Inspection held = Records.of(POLICY, 0, "ok ok ok ok ok", 0.6, 0.5);
        Truths truths = new Truths();
        truths.add(Records.judged(held, Result.NOT_OK));
        WhatIf whatIf = new WhatIf(List.of(new Variant(Measures.CAPTION_DIVERSITY, 5, ALL)), Records.history(POLICY),
                truths);

        // when
        whatIf.add(held);

        // then
        assertThat(whatIf.rows(List.of(0.3, 0.5), null).getFirst().cells())
                .extracting(cell -> cell.errors().escapes().value()).containsExactly(0.0, 1.0);
    }

    @Test
    void partsAddUpToTheWhole() {
        // given
        List<Inspection> frames = frames(60);
        Variant variant = new Variant(Measures.CAPTION_DIVERSITY, 4, ALL);
        WhatIf whole = whatIf(frames, variant);

        // when
        WhatIf sum = whatIf(frames.subList(0, 23), variant);
        sum.add(whatIf(frames.subList(23, 60), variant));

        // then
        assertThat(WhatIfJson.of(sum.rows(10, null), sum.unseen()))
                .isEqualTo(WhatIfJson.of(whole.rows(10, null), whole.unseen()));
    }

    @Test
    void thresholdsAreSpreadOverWhatIsAccepted() {
        List<Cell> cells = whatIf(frames(400), new Variant(Measures.CAPTION_DIVERSITY, 5, ALL)).rows(10, null)
                .getFirst().cells();

        assertThat(cells).hasSizeBetween(8, 10);
        double least = cells.getLast().held();
        assertThat((400 - cells.get(4).held()) / (400 - least)).isCloseTo(0.5, within(0.1));
    }

    private static WhatIf whatIf(List<Inspection> frames, Variant variant) {
        WhatIf whatIf = new WhatIf(List.of(variant), Records.history(POLICY), new Truths());
        frames.forEach(whatIf::add);
        return whatIf;
    }

    private static List<Inspection> frames(int count) {
        Random random = new Random(11);
        return IntStream.range(0, count).mapToObj(number -> Records.of(POLICY, number,
                ANSWERS.get(random.nextInt(ANSWERS.size())), random.nextInt(1000) / 1000.0, random.nextDouble()))
                .toList();
    }
}
