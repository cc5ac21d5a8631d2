package dev.andon.bench.sampling;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import dev.andon.core.decision.Recipe;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.demo.DemoPolicies;

/** Made-up answers: how often a frame's samples have the answer that is most likely for it. */
enum Difficulty {

    EASY(0.99), CLEAR(0.95), DOUBTFUL(0.85), HARD(0.65), HOPELESS(0.35);

    private final double agreement;

    Difficulty(double agreement) {
        this.agreement = agreement;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT) + " (" + agreement + ")";
    }

    /**
     * Cases whose leading answers are the labels in turn. What does not go to the leading answer goes to all others alike,
     * those that abstain included; so do the captions.
     *
     * @param samples N
     */
    List<Case> cases(int count, int samples, long seed) throws IOException {
        Recipe recipe = Setting.all(samples)
                .of(DemoPolicies.of(List.of("bracket-1")).getFirst().recipes().getFirst());
        SplittableRandom random = new SplittableRandom(seed + name().hashCode());
        List<Case> cases = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<Label> labels = recipe.labels().all();
            Answer leading = new Answer(labels.get(number % labels.size()).name());
            Map<Integer, Reply> replies = new HashMap<>();
            for (int index = 0; index < samples; index++) {
                replies.put(index, new Reply.Valid(sample(index, leading, recipe, random)));
            }
            cases.add(new Case(recipe, replies, null));
        }
        return cases;
    }

    private Sample sample(int index, Answer leading, Recipe recipe, RandomGenerator random) {
        Answer answer = draw(leading, recipe, random);
        Answer seen = draw(answer, recipe, random);
        return new Sample(index, answer, Phrases.of(seen.value(), random), index, Duration.ZERO, 0, 0);
    }

    private Answer draw(Answer likely, Recipe recipe, RandomGenerator random) {
        List<Answer> others = recipe.labels().answers().stream().filter(other -> !other.equals(likely)).toList();
        return random.nextDouble() < agreement ? likely : others.get(random.nextInt(others.size()));
    }
}
