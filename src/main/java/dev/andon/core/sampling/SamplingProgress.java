package dev.andon.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How far the samples of one frame have come, and what to ask for next. Questions go in waves. An invalid answer is made
 * up for by one more question, N times at most; a server that cannot be reached is not asked again, since the call has
 * tried already. One thread.
 *
 * <p>Indices below N belong to the questions that the plan wants, those from N on to questions in place of others.
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

    /** Samples that the waves so far were to bring, those that came before included. */
    private int due;
    private int planned;
    private int nextPlanned;
    private int nextSpare;
    private int asked;
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
        planned = kept.size();
        nextSpare = Math.max(plan.samples(), valid.isEmpty() ? 0 : valid.lastKey() + 1);
    }

    /**
     * The calls of the next wave; none where everything that the plan wants was asked for.
     *
     * @param samplesPerCall at least 1
     */
    public List<Call> nextWave(int samplesPerCall) {
        int all = plan.samples();
        do {
            due = Math.min(all, due + (due == 0 ? plan.stopping().firstWave(all) : plan.stopping().nextWave(all)));
        } while (due < all && due <= planned);
        List<Call> calls = new ArrayList<>();
        while (planned < due) {
            calls.add(call(Math.min(samplesPerCall, due - planned)));
        }
        return calls;
    }

    /** A call for indices in a row that nobody has; as many as there are up to {@code most}. */
    private Call call(int most) {
        while (valid.containsKey(nextPlanned)) {
            nextPlanned++;
        }
        int first = nextPlanned;
        while (nextPlanned - first < most && !valid.containsKey(nextPlanned)) {
            nextPlanned++;
        }
        int count = nextPlanned - first;
        planned += count;
        asked += count;
        return new Call(first, count);
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
                yield invalid <= plan.samples() ? Optional.of(spare()) : Optional.empty();
            }
            case Reply.Unavailable(int _, String detail) -> {
                unavailable = detail;
                yield Optional.empty();
            }
        };
    }

    /** One more question, in place of one that nobody waits for any longer. */
    public Call spare() {
        asked++;
        return new Call(nextSpare++, 1);
    }

    /** Whether the wave has brought what it was to bring. */
    public boolean waveIsFull() {
        return valid.size() >= due;
    }

    /** Samples that are missing to N. */
    public int missing() {
        return Math.max(0, plan.samples() - valid.size());
    }

    /** The valid samples so far, by index. */
    public List<Sample> samples() {
        return List.copyOf(valid.values());
    }

    /**
     * What has come so far.
     *
     * @param stopped whether no more is asked for because the stopping rule says so
     */
    public SamplingOutcome outcome(boolean stopped) {
        return new SamplingOutcome(samples(), invalid, rejected, unavailable, false, asked, stopped);
    }
}
