package dev.andon.bench.sampling;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.andon.config.ConfigLoader;
import dev.andon.config.VlmConfig;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.SamplingProgress;
import dev.andon.core.sampling.SamplingProgress.Call;
import dev.andon.core.sampling.Seeds;
import dev.andon.demo.DemoPolicies;
import dev.andon.demo.VlmProcess;
import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.Shot;
import dev.andon.demo.cameras.SyntheticCamera;
import dev.andon.metrics.Recorder;
import dev.andon.vlm.OpenAiSampler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** What the SIMULATED model, at its server, says about pictures of the demonstration's cameras. */
final class DemoCameras {

    private static final int LINES = 3;
    private static final int AT_ONCE = 32;

    private final List<SyntheticCamera> cameras;
    private final Map<String, Recipe> recipes = new HashMap<>();
    private final long seed;

    /**
     * Three cameras.
     *
     * @param samples N
     */
    DemoCameras(long seed, int samples) throws IOException {
        this.cameras = SyntheticCamera.lines(LINES, seed, Mix.DEFAULT);
        this.seed = seed;
        DemoPolicies.of(cameras.stream().map(SyntheticCamera::lineId).toList())
                .forEach(policy -> recipes.put(policy.line().value(),
                        Setting.all(samples).of(policy.recipes().getFirst())));
    }

    /** Asks for all samples of so many pictures, of all cameras in turn; the model's log is kept in a folder of its own. */
    List<Case> ask(int frames, Path directory) throws IOException, InterruptedException {
        Path own = Files.createDirectories(directory.resolve("cameras-" + seed));
        try (VlmProcess model = VlmProcess.start(own, 0, seed);
                OpenAiSampler sampler = OpenAiSampler.create(config(model.baseUrl()),
                        new Recorder(new SimpleMeterRegistry()));
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            Deque<Future<Case>> underWay = new ArrayDeque<>();
            List<Case> cases = new ArrayList<>();
            for (int number = 0; number < frames; number++) {
                SyntheticCamera camera = cameras.get(number % cameras.size());
                Shot shot = camera.next();
                FrameId id = new FrameId(seed + "-" + number);
                underWay.add(threads.submit(() -> interview(camera, id, shot, sampler)));
                if (underWay.size() >= 2 * AT_ONCE) {
                    cases.add(done(underWay.remove()));
                }
            }
            for (Future<Case> rest : underWay) {
                cases.add(done(rest));
            }
            return cases;
        }
    }

    private Case interview(SyntheticCamera camera, FrameId id, Shot shot, OpenAiSampler sampler)
            throws InterruptedException {
        Recipe recipe = Objects.requireNonNull(recipes.get(camera.lineId()));
        Question question = new Question(new LineId(camera.lineId()), id, recipe.model(), recipe.prompt(),
                recipe.labels(), recipe.captionLanguage(), recipe.plan().temperature(), recipe.plan().maxTokens(),
                shot.jpeg(), "image/jpeg");
        SamplingProgress progress = new SamplingProgress(recipe.plan(), List.of());
        Deque<Call> calls = new ArrayDeque<>(progress.nextWave(1));
        Map<Integer, Reply> replies = new HashMap<>();
        while (!calls.isEmpty()) {
            Call call = calls.remove();
            Reply reply = sampler.ask(question, Seeds.baseOf(id), call.first(), 1,
                    Instant.now().plus(recipe.plan().timeLimit())).getFirst();
            replies.put(call.first(), reply);
            progress.add(reply).ifPresent(calls::add);
        }
        return new Case(recipe, replies, shot.truth().result());
    }

    private static Case done(Future<Case> frame) throws IOException, InterruptedException {
        try {
            return frame.get();
        } catch (ExecutionException e) {
            throw new IOException("the simulated model could not be asked: " + e.getCause(), e);
        }
    }

    private static VlmConfig config(URI server) {
        return ConfigLoader.load(null, Map.of(), List.of("vlm.baseUrl=" + server, "vlm.maxConcurrentCalls=" + AT_ONCE))
                .orElse(problems -> {
                    throw new IllegalStateException("the configuration is wrong: " + problems);
                }).vlm();
    }
}
