package dev.andon.chaos.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.PolicyProblems;
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

    @Test
    void learnsWhatWasGivenAndIsStillValid() throws Exception {
        LinePolicy learning = Change.learning(Change.first(example(), false));

        assertThat(learning.version()).isEqualTo(1);
        assertThat(learning.recipes()).allMatch(recipe -> recipe.threshold() instanceof ThresholdRule.Risk
                && recipe.auditShare() == 0.5);
        assertThat(PolicyProblems.of(learning)).isEmpty();
    }

    @Test
    void goesOnLearningWithOtherPromisesAndTheSameShare() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        LinePolicy last = Change.learning(Change.first(example(), false));
        Set<ThresholdRule> rules = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            last = Change.next(last, random);
            rules.add(last.recipes().getFirst().threshold());

            assertThat(last.recipes().getFirst().auditShare()).isEqualTo(0.5);
        }
        assertThat(rules).hasSize(2).allMatch(ThresholdRule.Risk.class::isInstance);
    }

    private static LinePolicy example() throws Exception {
        return DemoPolicies.of(List.of("bracket-1")).getFirst();
    }
}
