package dev.andon.bench.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.Frame;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Seeds;
import dev.andon.core.uncertainty.Measures;
import dev.andon.images.ImageLoader;
import dev.andon.images.LoadedImage;
import dev.andon.metrics.Recorder;
import dev.andon.vlm.OpenAiSampler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The work on one frame, with the parts of the program and none of its engine. Any thread. */
public final class FrameWork implements AutoCloseable {

    private final Codecs codecs;
    private final ImageLoader loader;
    private final OpenAiSampler sampler;
    private final Recipe recipe;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private FrameWork(AndonConfig config, int samples) {
        this.codecs = Wiring.codecs(config);
        this.loader = new ImageLoader(List.of(), config.images().maxBytes().bytes(), config.images().maxPixels());
        this.sampler = OpenAiSampler.create(config.vlm(), new Recorder(new SimpleMeterRegistry()));
        this.recipe = BenchRecipe.of(samples);
    }

    /** The work of a job. */
    public static FrameWork of(Job job) {
        return new FrameWork(job.config(), job.samples());
    }

    /** All calls at once, joined. */
    public byte[] together(byte[] record) {
        Frame frame = decoded(record);
        Question question = question(frame);
        List<CompletableFuture<Sample>> calls = new ArrayList<>();
        for (int i = 0; i < recipe.plan().samples(); i++) {
            int index = i;
            calls.add(CompletableFuture.supplyAsync(() -> ask(question, frame, index), threads));
        }
        return finding(frame, calls.stream().map(CompletableFuture::join).toList());
    }

    /** One call after the other. */
    public byte[] inTurn(byte[] record) {
        Frame frame = decoded(record);
        Question question = question(frame);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < recipe.plan().samples(); i++) {
            samples.add(ask(question, frame, i));
        }
        return finding(frame, samples);
    }

    /** As {@link #together}, without blocking the caller. */
    public CompletableFuture<byte[]> soon(byte[] record) {
        return CompletableFuture.supplyAsync(() -> together(record), threads);
    }

    /** Decodes the record alone. */
    public void decode(byte[] record) {
        decoded(record);
    }

    /** Decodes the record, and checks and decodes its image. */
    public void checkImage(byte[] record) {
        loaded(decoded(record));
    }

    private Frame decoded(byte[] record) {
        return switch (codecs.frames().decode(record)) {
            case Decoding.Decoded<Frame>(Frame frame) -> frame;
            case Decoding.Undecodable<Frame>(String _, String message, String _) ->
                throw new IllegalStateException("no frame: " + message);
            case Decoding.RegistryAway<Frame>(String detail) -> throw new IllegalStateException(detail);
        };
    }

    private Question question(Frame frame) {
        LoadedImage.Loaded image = loaded(frame);
        return new Question(frame.line(), frame.id(), recipe.model(), recipe.prompt(), recipe.labels(),
                recipe.captionLanguage(), recipe.plan().temperature(), recipe.plan().maxTokens(), image.bytes(),
                image.contentType());
    }

    private LoadedImage.Loaded loaded(Frame frame) {
        return switch (loader.load(frame)) {
            case LoadedImage.Loaded image -> image;
            case LoadedImage.Failed(String detail) -> throw new IllegalStateException(detail);
        };
    }

    private Sample ask(Question question, Frame frame, int index) {
        Instant deadline = Instant.now().plus(recipe.plan().timeLimit());
        try {
            Reply reply = sampler.ask(question, Seeds.baseOf(frame.id()), index, 1, deadline).getFirst();
            if (reply instanceof Reply.Valid(Sample sample)) {
                return sample;
            }
            throw new IllegalStateException("no sample: " + reply);
        } catch (InterruptedException e) {
            throw new CompletionException("no longer wanted", e);
        }
    }

    private byte[] finding(Frame frame, List<Sample> samples) {
        Duration slowest = samples.stream().map(Sample::latency).max(Duration::compareTo).orElse(Duration.ZERO);
        double score = Objects.requireNonNull(
                Measures.score(samples, recipe.labels()).byMeasure().get(recipe.measure()));
        return new Finding(frame.id().value(), frame.capturedAt().toEpochMilli(), slowest.toMillis(),
                samples.getFirst().answer().value(), score).toBytes();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sampler.close();
        loader.close();
        codecs.close();
    }
}
