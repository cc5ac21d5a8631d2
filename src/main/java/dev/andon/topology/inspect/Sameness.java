package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.sampling.Sample;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches for frames whose samples are all the same, word for word. Now and then a sure model repeats itself; a server
 * that ignores the seed, or caches answers, always does, and then low uncertainty means nothing. One for all tasks of a process. Any thread.
 */
public final class Sameness {

    static final Duration PERIOD = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sameness.class);

    private final Recorder recorder;

    @GuardedBy("this")
    private Instant nextWarning = Instant.MIN;

    @GuardedBy("this")
    private long frames;

    @GuardedBy("this")
    private long same;

    public Sameness(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Looks at all samples of one frame, and warns at most once in a {@link #PERIOD}.
     *
     * @param samples at least 1
     */
    synchronized void look(List<Sample> samples, Instant now) {
        frames++;
        if (samples.stream().map(sample -> sample.answer().value() + '\n' + sample.caption()).distinct().count() > 1) {
            return;
        }
        recorder.count(MetricNames.SAMPLES_IDENTICAL);
        same++;
        if (!now.isBefore(nextWarning)) {
            LOG.warn("all {} samples are the same, word for word, in {} of the last {} frames: where that is usual, "
                    + "their agreement is worth nothing; check that the model's server honours seed and temperature",
                    samples.size(), same, frames);
            nextWarning = now.plus(PERIOD);
            frames = 0;
            same = 0;
        }
    }
}
