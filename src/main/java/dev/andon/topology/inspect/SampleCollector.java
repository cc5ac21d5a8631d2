package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.SamplingProgress;
import dev.andon.core.sampling.SamplingProgress.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for all samples of a frame at once and waits for them. Any thread; blocks. */
final class SampleCollector {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCollector.class);

    /** How much later than its deadline a sampler may answer before it is no longer waited for. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int LONGEST_CAPTION = 4_000;

    private final Sampler sampler;
    private final Executor calls;
    private final InstantSource clock;

    SampleCollector(Sampler sampler, Executor calls, InstantSource clock) {
        this.sampler = sampler;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Collects the samples that are missing. The frame's time starts now.
     *
     * @param kept    samples that are there already
     * @param arrived is told of each new valid sample, on the calling thread
     */
    SamplingOutcome collect(Question question, SamplingPlan plan, long seed, List<Sample> kept,
            Consumer<Sample> arrived)
            throws InterruptedException {
        Instant deadline = clock.instant().plus(plan.timeLimit());
        SamplingProgress progress = new SamplingProgress(plan, kept);
        BlockingQueue<List<Reply>> replies = new LinkedBlockingQueue<>();
        int underWay = 0;
        for (Call call : progress.firstCalls(sampler.samplesPerCall())) {
            calls.execute(() -> ask(question, seed, call, deadline, replies));
            underWay++;
        }
        while (underWay > 0) {
            List<Reply> answered = replies.poll(untilAfter(deadline).toMillis(), TimeUnit.MILLISECONDS);
            if (answered == null) {
                break;
            }
            underWay--;
            for (Reply given : answered) {
                Reply reply = bounded(given);
                if (reply instanceof Reply.Valid(Sample sample)) {
                    arrived.accept(sample);
                }
                var topUp = progress.add(reply);
                if (topUp.isPresent()) {
                    calls.execute(() -> ask(question, seed, topUp.get(), deadline, replies));
                    underWay++;
                }
            }
        }
        return progress.outcome();
    }

    /** Captions are kept in state and in decisions, whose records have limits; no server is trusted to keep any. */
    private static Reply bounded(Reply reply) {
        if (reply instanceof Reply.Valid(Sample sample) && sample.caption().length() > LONGEST_CAPTION) {
            return new Reply.Invalid(sample.index(), Reply.Cause.UNPARSEABLE,
                    "the caption has " + sample.caption().length() + " characters, more than " + LONGEST_CAPTION);
        }
        return reply;
    }

    private Duration untilAfter(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline).plus(GRACE);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void ask(Question question, long seed, Call call, Instant deadline, BlockingQueue<List<Reply>> replies) {
        try {
            replies.add(sampler.ask(question, seed, call.first(), call.count(), deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("the sampler failed; its samples count as unavailable", e);
            replies.add(IntStream.range(call.first(), call.first() + call.count())
                    .<Reply>mapToObj(index -> new Reply.Unavailable(index, "the sampler failed: " + e))
                    .toList());
        }
    }
}
