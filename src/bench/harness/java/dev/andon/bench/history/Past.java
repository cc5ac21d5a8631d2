package dev.andon.bench.history;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

import dev.andon.bench.plant.Layout;
import dev.andon.bench.work.BenchRecipe;
import dev.andon.config.LinesFile;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.DecisionRules;
import dev.andon.core.decision.Findings;
import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Lot;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Position;
import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.Seeds;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;

/**
 * Frames that were decided: what the model said is drawn, the same for the same seed, and everything else follows from it by the
 * parts of the program. Their lines take turns. One thread.
 */
final class Past {

    /** Of the frames; samples of the others differ. */
    private static final double CLEAR = 0.83;

    /** Of the parts. */
    private static final double SOUND = 0.95;

    /** Of the samples of a frame that is not clear. */
    private static final double RIGHT = 0.5;

    private static final String AUTHOR = "Measurement";
    private static final List<String> CHANGES = List.of("measure=caption-diversity", "threshold.value=0.5",
            "auditShare=0.1");
    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration ASKING = Duration.ofMillis(1900);

    private final Embedder vectors = new WordVectors();
    private final List<LinePolicy> policies;
    private final List<String> hashes;
    private final SplittableRandom random;
    private int number;

    /** The past of the lines of a layout. */
    Past(Layout layout, long seed) {
        policies = BenchRecipe.policies(layout.lineNames(), layout.samples()).stream().map(Past::changed).toList();
        hashes = policies.stream().map(policy -> RecipeHash.of(recipe(policy))).toList();
        random = new SplittableRandom(seed);
    }

    /** By what frames are decided. */
    List<LinePolicy> policies() {
        return policies;
    }

    /** The next frame. */
    PastFrame next() throws InterruptedException {
        int place = number % policies.size();
        LinePolicy policy = policies.get(place);
        Recipe recipe = recipe(policy);
        FrameId id = new FrameId("frame-" + number);
        Label truth = recipe.labels().all().get(random.nextDouble() < SOUND ? 0 : 1 + random.nextInt(2));
        List<Sample> samples = samples(id, recipe, new Answer(truth.name()));
        Scores scores = Measures.score(samples, recipe.labels(), vectors, Instant.MAX);
        Threshold threshold = Threshold.given((ThresholdRule.Fixed) recipe.threshold(), policy.version());
        double lot = Lot.of("andon", id);
        SamplingOutcome outcome = new SamplingOutcome(samples, 0, null, null, false, samples.size(), false);
        Decision decision = DecisionRules.decide(new Findings(null, recipe, null, outcome, scores, threshold, lot));
        Instant received = START.plus(BETWEEN.multipliedBy(number));
        String digest = Sha256.hex(id.value().getBytes(StandardCharsets.UTF_8));
        Inspection inspection = new Inspection(digest.substring(digest.length() / 2),
                new Inspection.Subject(id, "bracket-cam-1", "station-4", "SN-" + number, "WO-" + number / 500,
                        "BR-100"),
                policy.line(), number / policies.size() + 1L, decision,
                decision.route() == Route.HUMAN_REVIEW ? Purpose.DECIDE : null, scores,
                scores.byMeasure().get(recipe.measure()), samples,
                new Inspection.Asking(samples.size(), 0, null, null, null),
                new Inspection.Applied(policy.version(), recipe.id(), recipe.revision(), hashes.get(place),
                        recipe.model(), recipe.measure(), recipe.auditShare(), threshold),
                new ImageReference(null, new Position("frames", 0, number), digest), null, null, lot,
                new Inspection.Times(received, received, received.plus(ASKING)), false);
        number++;
        return new PastFrame(inspection, truth.result());
    }

    private List<Sample> samples(FrameId frame, Recipe recipe, Answer truth) {
        boolean clear = random.nextDouble() < CLEAR;
        long base = Seeds.baseOf(frame);
        List<Answer> answers = recipe.labels().answers();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < recipe.plan().samples(); i++) {
            Answer answer = clear || random.nextDouble() < RIGHT ? truth : answers.get(random.nextInt(answers.size()));
            samples.add(new Sample(i, answer, Sentences.of(answer, random), Seeds.of(base, i),
                    Duration.ofMillis(random.nextInt(300, 900)), 812, 31));
        }
        return samples;
    }

    private static LinePolicy changed(LinePolicy policy) {
        return LinesFile.changed(policy, recipe(policy).id(), CHANGES, AUTHOR).orElse(problems -> {
            throw new IllegalStateException("the policies are wrong: " + problems);
        }).getFirst();
    }

    private static Recipe recipe(LinePolicy policy) {
        return policy.recipes().getFirst();
    }
}
