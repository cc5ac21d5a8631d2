package dev.andon.topology.inspect;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import dev.andon.core.decision.Stopping;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.SamplingProgress;
import dev.andon.metrics.Recorder;

/**
 * Collects the samples of frames: in waves, until there are enough, until no further one can change the route, or until
 * the time of the frame is up. Any thread; blocks.
 */
final class SampleCollector {

    private final Sampler sampler;
    private final ExecutorService threads;
    private final Hedging hedging;
    private final Recorder recorder;
    private final InstantSource clock;

    SampleCollector(Sampler sampler, ExecutorService threads, Hedging hedging, Recorder recorder, InstantSource clock) {
        this.sampler = sampler;
        this.threads = threads;
        this.hedging = hedging;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Collects the samples that are missing. The frame's time starts now.
     *
     * @param kept     samples that are there already
     * @param stopping says when they are enough
     * @param arrived  is told of each new valid sample, on the calling thread
     */
    SamplingOutcome collect(Question question, SamplingPlan plan, long seed, List<Sample> kept, Stopping stopping,
            Consumer<Sample> arrived) throws InterruptedException {
        SamplingProgress progress = new SamplingProgress(plan, kept);
        try (Calls calls = new Calls(sampler, threads, question, seed, clock.instant().plus(plan.timeLimit()), clock)) {
            return new Waves(calls, progress, stopping, hedging, recorder, arrived).collect(sampler.samplesPerCall());
        }
    }
}
