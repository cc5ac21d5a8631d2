package dev.andon.replay;

import java.time.Duration;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.sampling.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What a frame took.
 *
 * @param time    from its record to its decision; null where that is not known
 * @param samples how long each of its calls took; none where the samples are those of another frame
 * @param tokens  of these calls, as far as the server says
 */
record Effort(@Nullable Duration time, List<Duration> samples, long tokens) {

    Effort {
        samples = List.copyOf(samples);
    }

    /** The same, of a frame that waited for something else than its decision. */
    Effort withoutTime() {
        return new Effort(null, samples, tokens);
    }

    static Effort of(Inspection inspection) {
        List<Sample> own = inspection.asking().reuse() == null ? inspection.samples() : List.of();
        return new Effort(Duration.between(inspection.times().received(), inspection.times().decided()),
                own.stream().map(Sample::latency).toList(),
                own.stream().mapToLong(sample -> (long) sample.promptTokens() + sample.completionTokens()).sum());
    }
}
