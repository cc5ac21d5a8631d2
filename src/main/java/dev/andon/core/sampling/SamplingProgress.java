package dev.andon.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How far the samples of one frame have come, and what to ask for next. An invalid answer is made up for by one more
 * question, N times at most; a server that cannot be reached is not asked again, since the call has tried already. One
 * thread.
 */
public final class SamplingProgress {

    /**
     * A call to make.
     *
     * @param first index of its first sample
     * @param count how many samples
     */
    public record Call(int first, int count) {}

    private final SamplingPlan plan;
    private final TreeMap<Integer, Sample> valid = new TreeMap<>();
    private int nextIndex;
    private int invalid;
    private @Nullable String rejected;
    private @Nullable String unavailable;

    /**
     * Goes on from samples that came before.
     *
     * @param kept at most N
     */
    public SamplingProgress(SamplingPlan plan, List<Sample> kept) {
        this.plan = plan;
        kept.forEach(sample -> valid.put(sample.index(), sample));
        nextIndex = Math.max(plan.samples(), valid.isEmpty() ? 0 : valid.lastKey() + 1);
    }

    /**
     * The calls for everything that is missing.
     *
     * @param samplesPerCall at least 1
     */
    public List<Call> firstCalls(int samplesPerCall) {
        List<Call> calls = new ArrayList<>();
        int missing = plan.samples() - valid.size();
        int index = 0;
        while (missing > 0) {
            int first = nextUnknown(index);
            int count = 1;
            while (count < samplesPerCall && count < missing && !valid.containsKey(first + count)) {
                count++;
            }
            calls.add(new Call(first, count));
            missing -= count;
            index = first + count;
        }
        nextIndex = Math.max(nextIndex, index);
        return calls;
    }

    /** Takes a reply; the call that makes up for it, if it needs one. */
    public Optional<Call> add(Reply reply) {
        return switch (reply) {
            case Reply.Valid(Sample sample) -> {
                valid.put(sample.index(), sample);
                yield Optional.empty();
            }
            case Reply.Invalid(int _, Reply.Cause _, String detail) -> {
                rejected = detail;
                invalid++;
                yield invalid <= plan.samples() ? Optional.of(new Call(nextIndex++, 1)) : Optional.empty();
            }
            case Reply.Unavailable(int index, String detail) -> {
                unavailable = detail;
                yield Optional.empty();
            }
        };
    }

    /** What has come so far. */
    public SamplingOutcome outcome() {
        return new SamplingOutcome(List.copyOf(valid.values()), invalid, rejected, unavailable);
    }

    private int nextUnknown(int from) {
        int index = from;
        while (valid.containsKey(index)) {
            index++;
        }
        return index;
    }
}
