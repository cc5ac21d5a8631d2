package dev.andon.topology.state;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.PolicyProblem;
import dev.andon.core.decision.PolicyProblems;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Threshold;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.schema.state.PendingThresholds;
import dev.andon.schema.state.RecipeThreshold;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is in force on each line: its policy, and a threshold per recipe. One thread.
 *
 * <p>A policy that comes while the registry is away is kept as it came and judged later; the line's frames wait for it,
 * since they may have been meant for it; and so are thresholds, since they may be tighter. What is invalid is rejected as a
 * whole, and what was in force before stays. Of thresholds only the newest wait: where they take the place of others that
 * nobody read, which may have been tighter, those in force before end.
 */
public final class LineStates {

    /** What is in force on a line. */
    public sealed interface InForce {

        /** A policy, perhaps with thresholds. */
        record Known(LinePolicy policy, Map<String, Threshold> thresholds) implements InForce {

            /** The threshold of a recipe; null where it has none yet. */
            public @Nullable Threshold thresholdOf(Recipe recipe) {
                return thresholds.get(recipe.id());
            }
        }

        /** No policy. */
        record None() implements InForce {}

        /** It cannot be known until the registry answers as before, or a new policy comes. */
        record Unreadable(String detail) implements InForce {}
    }

    /** What can be rejected. */
    public enum Kind {
        POLICY, THRESHOLDS
    }

    /**
     * A record that did not come into force.
     *
     * @param value  as it came; null where it had none
     * @param offset where it stands on its topic
     */
    public record Rejection(Kind kind, String line, @Nullable ByteBuffer value, long offset, long receivedAt,
            String exceptionClass, String message) {}

    /** Bytes of a policy: the one in force and some that wait have to fit in one record of the store's topic. */
    private static final int LARGEST_POLICY = 200_000;

    /** Bytes of all policies of a line that wait to be judged. */
    private static final int MOST_PENDING = 600_000;

    /** Bytes of a policy that waits, beside the policy. */
    private static final int PENDING_OVERHEAD = 32;

    /** Bytes of learnt thresholds: those that are kept and those that wait have to fit in that record, too. */
    private static final int LARGEST_THRESHOLDS = 80_000;

    private final ByLine<LineState> store;
    private final Codec<LinePolicy> codec;
    private final Codec<LineThresholds> thresholdsCodec;
    private final InstantSource clock;
    private final Map<ByteBuffer, LinePolicy> decoded = new HashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();

    /** @param clock for thresholds that end */
    public LineStates(KeyValueStore<String, LineState> store, Codec<LinePolicy> codec,
            Codec<LineThresholds> thresholdsCodec, InstantSource clock) {
        this.store = new ByLine<>(store);
        this.codec = codec;
        this.thresholdsCodec = thresholdsCodec;
        this.clock = clock;
    }

    /** A new policy for a line, in force from the next frame on. */
    public void replace(String line, PendingPolicy policy) {
        ByteBuffer bytes = policy.getPolicy();
        if (bytes != null && bytes.remaining() > LARGEST_POLICY) {
            reject(line, policy, "the policy has " + bytes.remaining() + " bytes, at most " + LARGEST_POLICY
                    + " are allowed; the one before it stays");
            return;
        }
        LineState state = stateOf(line);
        List<PendingPolicy> pending = new ArrayList<>(state.getPending());
        pending.add(policy);
        giveUpOldest(line, pending);
        store.put(line, new LineState(state.getPolicy(), state.getThresholds(), pending, state.getPendingThresholds()));
        settle(line);
    }

    /** New thresholds for a line, in force from the next frame on. They say all, so that older ones need not be judged. */
    public void replace(String line, PendingThresholds thresholds) {
        ByteBuffer bytes = thresholds.getThresholds();
        if (bytes != null && bytes.remaining() > LARGEST_THRESHOLDS) {
            reject(line, thresholds, IllegalArgumentException.class.getName(), "the thresholds have "
                    + bytes.remaining() + " bytes, at most " + LARGEST_THRESHOLDS
                    + " are allowed; the line goes on with"
                    + " those before them");
            return;
        }
        LineState state = stateOf(line);
        List<RecipeThreshold> kept = state.getPendingThresholds() == null
                ? state.getThresholds()
                : KeptThresholds.learnt(state.getThresholds(), null);
        store.put(line, new LineState(state.getPolicy(), kept, state.getPending(), thresholds));
        settle(line);
    }

    /** The newest count: the older ones would be replaced by them anyway, unless all of those are invalid. */
    private void giveUpOldest(String line, List<PendingPolicy> pending) {
        while (bytes(pending) > MOST_PENDING) {
            reject(line, pending.removeFirst(), "the policy was never judged: the schema registry is away, and newer"
                    + " policies of the line took its place; publish it again if it is still wanted");
        }
    }

    private static int bytes(List<PendingPolicy> pending) {
        return pending.stream().mapToInt(next -> {
            ByteBuffer policy = next.getPolicy();
            return PENDING_OVERHEAD + (policy == null ? 0 : policy.remaining());
        }).sum();
    }

    /** What is in force on a line now. */
    public InForce of(String line) {
        String away = settle(line);
        if (away != null) {
            return new InForce.Unreadable(away);
        }
        LineState state = stateOf(line);
        if (state.getPolicy() == null) {
            return new InForce.None();
        }
        return switch (decode(state.getPolicy())) {
            case Decoding.Decoded<LinePolicy>(LinePolicy policy) -> new InForce.Known(policy,
                    KeptThresholds.inForce(policy, state.getThresholds(), clock.instant()));
            case Decoding.RegistryAway<LinePolicy>(String detail) -> new InForce.Unreadable(detail);
            case Decoding.Undecodable<LinePolicy> broken -> new InForce.Unreadable("the policy of line " + line
                    + " was in force and cannot be read any more (" + broken.message()
                    + "): bring the registry back as it was, or publish the policy anew with 'andon policy apply'");
        };
    }

    /** The policies that were rejected since this was asked last. */
    public List<Rejection> takeRejections() {
        List<Rejection> taken = List.copyOf(rejections);
        rejections.clear();
        return taken;
    }

    /** Judges what is pending of a line; why that cannot be done now, or null. */
    private @Nullable String settle(String line) {
        String away = settlePolicies(line);
        return away == null ? settleThresholds(line) : away;
    }

    private @Nullable String settleThresholds(String line) {
        LineState state = stateOf(line);
        PendingThresholds pending = state.getPendingThresholds();
        if (pending == null) {
            return null;
        }
        ByteBuffer raw = pending.getThresholds();
        if (raw == null) {
            store.put(line, new LineState(state.getPolicy(), KeptThresholds.learnt(state.getThresholds(), null),
                    state.getPending(), null));
            return null;
        }
        List<RecipeThreshold> kept = state.getThresholds();
        switch (thresholdsCodec.decode(RawBytes.copy(raw))) {
            case Decoding.RegistryAway<LineThresholds>(String detail) -> {
                return detail;
            }
            case Decoding.Undecodable<LineThresholds> broken ->
                reject(line, pending, broken.exceptionClass(), broken.message());
            case Decoding.Decoded<LineThresholds>(LineThresholds thresholds) -> {
                String problem = KeptThresholds.problem(line, thresholds);
                if (problem == null) {
                    kept = KeptThresholds.learnt(kept, thresholds);
                } else {
                    reject(line, pending, IllegalArgumentException.class.getName(),
                            "these thresholds are invalid and not used: "
                                    + problem);
                }
            }
        }
        store.put(line, new LineState(state.getPolicy(), kept, state.getPending(), null));
        return null;
    }

    private void reject(String line, PendingThresholds pending, String exceptionClass, String message) {
        rejections.add(new Rejection(Kind.THRESHOLDS, line, pending.getThresholds(), pending.getOffset(),
                pending.getReceivedAt(), exceptionClass, message));
    }

    /** Judges the pending policies of a line, in order. */
    private @Nullable String settlePolicies(String line) {
        for (LineState state = stateOf(line); !state.getPending().isEmpty(); state = stateOf(line)) {
            PendingPolicy next = state.getPending().getFirst();
            List<PendingPolicy> rest = List.copyOf(state.getPending().subList(1, state.getPending().size()));
            LineState unchanged = new LineState(state.getPolicy(), state.getThresholds(), rest,
                    state.getPendingThresholds());
            if (next.getPolicy() == null) {
                store.put(line, new LineState(null, KeptThresholds.given(state.getThresholds(), null), rest,
                        state.getPendingThresholds()));
                continue;
            }
            switch (decode(next.getPolicy())) {
                case Decoding.RegistryAway<LinePolicy>(String detail) -> {
                    return detail;
                }
                case Decoding.Undecodable<LinePolicy> broken -> {
                    reject(line, next, broken.exceptionClass(), broken.message());
                    store.put(line, unchanged);
                }
                case Decoding.Decoded<LinePolicy>(LinePolicy policy) -> {
                    boolean valid = judge(line, policy, next);
                    store.put(line, valid
                            ? new LineState(next.getPolicy(),
                                    KeptThresholds.given(state.getThresholds(), policy), rest,
                                    state.getPendingThresholds())
                            : unchanged);
                }
            }
        }
        return null;
    }

    private boolean judge(String line, LinePolicy policy, PendingPolicy pending) {
        List<String> problems = new ArrayList<>();
        if (!policy.line().value().equals(line)) {
            problems.add("lineId is " + policy.line() + " but the key of the record is " + line);
        }
        for (PolicyProblem problem : PolicyProblems.of(policy)) {
            problems.add(problem.path() + " = " + problem.value() + ": " + problem.fix());
        }
        if (!problems.isEmpty()) {
            reject(line, pending, "policy version " + policy.version()
                    + " is invalid and the one before it stays: " + String.join("; ", problems));
        }
        return problems.isEmpty();
    }

    private void reject(String line, PendingPolicy policy, String message) {
        reject(line, policy, IllegalArgumentException.class.getName(), message);
    }

    private void reject(String line, PendingPolicy policy, String exceptionClass, String message) {
        rejections.add(new Rejection(Kind.POLICY, line, policy.getPolicy(), policy.getOffset(),
                policy.getReceivedAt(), exceptionClass, message));
    }

    private Decoding<LinePolicy> decode(ByteBuffer raw) {
        LinePolicy known = decoded.get(raw);
        if (known != null) {
            return new Decoding.Decoded<>(known);
        }
        byte[] bytes = RawBytes.copy(raw);
        Decoding<LinePolicy> decoding = codec.decode(bytes);
        if (decoding instanceof Decoding.Decoded<LinePolicy>(LinePolicy policy)) {
            decoded.values().removeIf(old -> old.line().equals(policy.line()));
            decoded.put(ByteBuffer.wrap(bytes), policy);
        }
        return decoding;
    }

    private LineState stateOf(String line) {
        LineState state = store.get(line);
        return state == null ? new LineState(null, List.of(), List.of(), null) : state;
    }
}
