package dev.andon.bench.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.andon.bench.embedding.Captions;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All scores of one frame whose captions all differ. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoreBenchmark {

    @Param({"5", "10", "20"})
    private int samples;

    private final Labels labels = new Labels(List.of(new Label("ok", Result.OK, ""),
            new Label("crack", Result.NOT_OK, "")));
    private final RandomVectors vectors = new RandomVectors();
    private List<Sample> frame = List.of();

    /** Draws answers and captions. */
    @Setup
    public void draw() {
        Random random = new Random(samples);
        List<String> captions = Captions.of(samples, samples);
        List<Sample> drawn = new ArrayList<>();
        for (int index = 0; index < samples; index++) {
            Answer answer = new Answer(random.nextInt(4) > 0 ? "ok" : "crack");
            drawn.add(new Sample(index, answer, captions.get(index), index, Duration.ZERO, 0, 0));
        }
        frame = drawn;
    }

    /** Those that need no vectors. */
    @Benchmark
    public Scores ofAnswersAndSpelling() {
        return Measures.score(frame, labels);
    }

    /** Those as well that compare vectors, which are there already. */
    @Benchmark
    public Scores ofAll() throws InterruptedException {
        return Measures.score(frame, labels, vectors, Instant.MAX);
    }
}
