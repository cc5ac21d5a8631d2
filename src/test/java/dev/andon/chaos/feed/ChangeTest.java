package dev.andon.chaos.feed;

import java.util.List;
import java.util.SplittableRandom;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.demo.DemoPolicies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTest {

    @Test
    void keepsTheMeasureAndTheThresholdOfTheExampleOrComparesWords() throws Exception {
        LinePolicy example = example();

        Recipe embedding = Change.first(example, false).recipes().getFirst();
        Recipe comparing = Change.first(example, true).recipes().getFirst();

        assertThat(embedding.measure()).isEqualTo(example.recipes().getFirst().measure())
                .isEqualTo("caption-diversity");
        assertThat(embedding.threshold()).isEqualTo(example.recipes().getFirst().threshold());
        assertThat(comparing.measure()).isEqualTo("ngram-diversity");
        assertThat(comparing.threshold()).isInstanceOf(ThresholdRule.Fixed.class);
        assertThat(List.of(embedding, comparing)).extracting(recipe -> recipe.plan().samples()).containsOnly(3);
    }

    @Test
    void changesOneThingAndNeverTheMeasure() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        LinePolicy last = Change.first(example(), false);
        for (int version = 2; version < 50; version++) {
            LinePolicy next = Change.next(last, random);

            assertThat(next.version()).isEqualTo(version);
            assertThat(next.recipes().getFirst().measure()).isEqualTo("caption-diversity");
            last = next;
        }
        assertThat(last.recipes().getFirst().revision()).isGreaterThan(2);
    }

    private static LinePolicy example() throws Exception {
        return DemoPolicies.of(List.of("bracket-1")).getFirst();
    }
}
