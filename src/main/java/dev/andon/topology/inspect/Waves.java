package dev.andon.topology.inspect;

import java.time.Duration;
import java.util.function.Consumer;

import dev.andon.core.decision.Stopping;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingProgress;
import dev.andon.core.sampling.SamplingProgress.Call;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;

/**
 * The waves in which one frame is asked about. One thread.
 *
 * <pre>
 *   next wave ──▶ calls under way ──▶ wave is full, or nothing is under way ──▶ next wave … until none is left
 *                   │     ▲  │
 *                   │     │  └──▶ the stopping rule has enough, or time is up: the end
 *                   ▼     │
 *        an answer is no sample, or the last one is late: one more call
 * </pre>
 */
final class Waves {

    /** Nothing is late before that. */
    private static final Duration SOON = Duration.ofMillis(50);

    private final Calls calls;
    private final SamplingProgress progress;
    private final Stopping stopping;
    private final Hedging hedging;
    private final Recorder recorder;
    private final Consumer<Sample> arrived;

    /** The longest that a call of this frame took so far; negative before the first answer. */
    private Duration slowest = Duration.ofNanos(-1);
    private boolean hedged;
    private boolean enough;
    private boolean timeIsUp;

    Waves(Calls calls, SamplingProgress progress, Stopping stopping, Hedging hedging, Recorder recorder,
            Consumer<Sample> arrived) {
        this.calls = calls;
        this.progress = progress;
        this.stopping = stopping;
        this.hedging = hedging;
        this.recorder = recorder;
        this.arrived = arrived;
    }

    SamplingOutcome collect(int samplesPerCall) throws InterruptedException {
        enough = stopping.isDue(progress.samples(), true);
        while (!enough && !timeIsUp) {
            var wave = progress.nextWave(samplesPerCall);
            if (wave.isEmpty()) {
                break;
            }
            wave.forEach(this::ask);
            collectWave();
            calls.breakOff();
        }
        SamplingOutcome outcome = progress.outcome(enough);
        tell(outcome);
        return outcome;
    }

    private void collectWave() throws InterruptedException {
        while (calls.size() > 0 && !progress.waveIsFull() && !enough && !timeIsUp) {
            Duration patience = patience();
            Calls.Answered answered = calls.next(patience);
            if (answered != null) {
                take(answered);
            } else if (patience.compareTo(calls.left()) < 0) {
                hedge();
            } else {
                timeIsUp = true;
            }
        }
    }

    private void take(Calls.Answered answered) throws InterruptedException {
        slowest = longer(slowest, answered.took());
        for (Reply reply : answered.replies()) {
            if (reply instanceof Reply.Valid(Sample sample)) {
                arrived.accept(sample);
            }
            progress.add(reply).ifPresent(this::ask);
        }
        enough = stopping.isDue(progress.samples(), calls.size() == 0 || progress.waveIsFull());
    }

    private void ask(Call call) {
        hedging.asked(call.count());
        calls.make(call);
    }

    /** How long to wait for an answer: until the time is up, or until the last call is late and another one may be made. */
    private Duration patience() {
        Duration left = calls.left();
        if (calls.size() > 1 || hedged || slowest.isNegative()) {
            return left;
        }
        Duration late = longer(Duration.ofNanos((long) (slowest.toNanos() * hedging.lateness())), SOON);
        Duration wait = longer(late.minus(calls.oldest()), Duration.ZERO);
        return wait.compareTo(left) < 0 ? wait : left;
    }

    /** The first of the two that brings a sample counts; the other one is broken off with the wave. */
    private void hedge() {
        hedged = true;
        if (hedging.tryAsk()) {
            recorder.count(MetricNames.SAMPLES_HEDGED);
            calls.make(progress.spare());
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private void tell(SamplingOutcome outcome) {
        recorder.add(MetricNames.SAMPLES_ASKED, outcome.asked());
        recorder.add(MetricNames.SAMPLES_SAVED, enough ? progress.missing() : 0);
    }
}
