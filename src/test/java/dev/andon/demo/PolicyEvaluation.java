package dev.andon.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.andon.config.LinesFile;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.DecisionRules;
import dev.andon.core.decision.Findings;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.Shot;
import dev.andon.demo.cameras.SyntheticCamera;
import dev.andon.demo.model.Perception;
import dev.andon.demo.model.SimulatedAnswer;
import dev.andon.demo.model.SimulatedModel;
import dev.andon.embedding.InProcessEmbedder;

/**
 * Measures the example policies against the simulated model in one process: cameras, model, embedder, measures and
 * rules, without topics or HTTP. Thresholds and limits are chosen with it, on seeds that nothing is shown with.
 *
 * <p>Arguments: frames per seed, then seeds. No test: it takes minutes.
 */
final class PolicyEvaluation {

    private static final List<Double> THRESHOLDS = List.of(0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.35, 0.4, 0.5, 0.6);

    private final List<LinePolicy> policies;
    private final Embedder embedder;

    private PolicyEvaluation(List<LinePolicy> policies, Embedder embedder) {
        this.policies = policies;
        this.embedder = embedder;
    }

    public static void main(String[] arguments) throws IOException {
        List<LinePolicy> policies = LinesFile.read(Path.of("config/lines.yaml"), "evaluation").orElse(problems -> {
            throw new IllegalArgumentException(problems.toString());
        });
        List<Judged> all = new ArrayList<>();
        try (InProcessEmbedder embedder = InProcessEmbedder.load()) {
            PolicyEvaluation evaluation = new PolicyEvaluation(policies, embedder);
            for (int i = 1; i < arguments.length; i++) {
                List<Judged> frames = evaluation.judge(Integer.parseInt(arguments[0]), Long.parseLong(arguments[i]));
                all.addAll(frames);
                System.out.println(EvaluationReport.of("seed " + arguments[i], frames));
            }
        }
        for (SyntheticCamera camera : SyntheticCamera.lines(3, 0, Mix.DEFAULT)) {
            System.out.println(EvaluationReport.of(camera.lineId(),
                    all.stream().filter(frame -> frame.line().equals(camera.lineId())).toList()));
        }
        EvaluationReport.byTrouble(all).forEach(System.out::println);
        for (double threshold : THRESHOLDS) {
            System.out.println(EvaluationReport.of(String.format(Locale.ROOT, "all, threshold %.2f", threshold),
                    all.stream().map(frame -> frame.decidedBy(threshold)).toList()));
        }
    }

    /** What became of one frame. */
    record Judged(String line, Shot shot, Findings findings, Labels labels, Decision decision) {

        Judged decidedBy(double threshold) {
            Findings other = new Findings(null, findings.recipe(), null, findings.sampling(), findings.scores(),
                    new Threshold(threshold, 1, ThresholdMode.FIXED, "evaluation"), 1);
            return new Judged(line, shot, other, labels, DecisionRules.decide(other));
        }
    }

    private List<Judged> judge(int frames, long seed) {
        List<SyntheticCamera> cameras = SyntheticCamera.lines(3, seed, Mix.DEFAULT);
        return cameras.parallelStream().map(camera -> judge(camera, frames / cameras.size())).flatMap(List::stream)
                .toList();
    }

    private List<Judged> judge(SyntheticCamera camera, int frames) {
        Recipe recipe = policies.stream().filter(policy -> policy.line().value().equals(camera.lineId())).findFirst()
                .flatMap(policy -> policy.recipeFor(camera.cameraId(), camera.partNumber())).orElseThrow();
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            judged.add(judge(camera.lineId(), camera.next(), recipe, 1000L * i));
        }
        return judged;
    }

    private Judged judge(String line, Shot shot, Recipe recipe, long seed) {
        List<Sample> samples = samples(shot, recipe, seed);
        Scores scores = scored(samples, recipe);
        double value = recipe.threshold() instanceof ThresholdRule.Fixed fixed ? fixed.value() : 0;
        Findings findings = new Findings(null, recipe, null, SamplingOutcome.unasked(samples, ""), scores,
                new Threshold(value, 1, ThresholdMode.FIXED, "evaluation"), 1);
        return new Judged(line, shot, findings, recipe.labels(), DecisionRules.decide(findings));
    }

    private Scores scored(List<Sample> samples, Recipe recipe) {
        try {
            return Measures.score(samples, recipe.labels(), embedder, Instant.MAX);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sample> samples(Shot shot, Recipe recipe, long seed) {
        Perception seen = (Perception) SimulatedModel.look(shot.jpeg().array());
        List<String> allowed = recipe.labels().answers().stream().map(Answer::value).toList();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < recipe.plan().samples(); i++) {
            SimulatedAnswer said = SimulatedModel.answer(seen, recipe.prompt(), allowed, recipe.plan().temperature(),
                    seed + i);
            samples.add(new Sample(i, new Answer(said.answer()), said.caption(), seed + i, Duration.ZERO, 0, 0));
        }
        return samples;
    }
}
