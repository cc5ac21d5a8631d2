package dev.andon.core.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.andon.core.calibration.Judgement;
import dev.andon.core.calibration.Outcome;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of one inspection, by time: the last verdict counts, whatever order they came in. Pure.
 *
 * @param verdicts by time, those of one time by id
 */
public record Chain(List<Verdict> verdicts) {

    private static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::at).thenComparing(Verdict::id);

    public Chain {
        verdicts = List.copyOf(verdicts);
    }

    /** Whether this verdict was said already. */
    public boolean has(Verdict verdict) {
        return verdicts.stream().anyMatch(known -> known.id().equals(verdict.id()));
    }

    /** The chain with one verdict more. */
    public Chain with(Verdict verdict) {
        return new Chain(Stream.concat(verdicts.stream(), Stream.of(verdict)).sorted(ORDER).toList());
    }

    /** The verdict that counts; empty where nothing was said. */
    public Optional<Verdict> last() {
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts.getLast());
    }

    /**
     * What has come of a result.
     *
     * @param said the result that the model gives, {@code OK} or {@code NOT_OK}
     * @return null where nothing was said
     */
    public @Nullable Judgement judgement(Result said) {
        return last().map(last -> new Judgement(certifying(said), outcome(said, last))).orElse(null);
    }

    /**
     * What counts for a certificate. Things come to light downstream where something was wrong, and nobody reports what was
     * right: so it counts against a result and never for it.
     */
    private @Nullable Outcome certifying(Result said) {
        Outcome counts = null;
        for (Verdict verdict : verdicts) {
            Outcome outcome = outcome(said, verdict);
            if (verdict.basis() != Basis.DOWNSTREAM || outcome == Outcome.ESCAPE || outcome == Outcome.FALSE_REJECT) {
                counts = outcome;
            }
        }
        return counts;
    }

    private static Outcome outcome(Result said, Verdict verdict) {
        if (verdict.result() == Result.NOT_DECIDABLE) {
            return Outcome.UNKNOWN;
        }
        if (verdict.result() == said) {
            return Outcome.RIGHT;
        }
        return said == Result.OK ? Outcome.ESCAPE : Outcome.FALSE_REJECT;
    }
}
