package dev.andon.topology.review;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.PolicyProblems;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.frame.LineId;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The recipes in force. The application that decides rejects policies that are invalid and says so; here they are passed
 * over. One thread.
 */
final class LineRules {

    /** A recipe in force. */
    record InForce(Recipe recipe, RecipeRevision revision) {

        static InForce of(Recipe recipe) {
            return new InForce(recipe, RecipeRevision.of(recipe));
        }
    }

    private final KeyValueStore<String, byte[]> store;
    private final Codec<LinePolicy> codec;
    private final Map<LineId, Map<String, InForce>> known = new HashMap<>();

    LineRules(KeyValueStore<String, byte[]> store, Codec<LinePolicy> codec) {
        this.store = store;
        this.codec = codec;
    }

    /**
     * A policy came, or was withdrawn.
     *
     * @param value as it came; null withdraws it
     * @return whether it is in force now
     * @throws RegistryAwayException if it cannot be read now
     */
    boolean replace(LineId line, byte @Nullable [] value) {
        if (value == null) {
            store.delete(line.value());
            known.remove(line);
            return true;
        }
        LinePolicy policy = decode(line, value);
        boolean valid = policy != null && policy.line().equals(line) && PolicyProblems.of(policy).isEmpty();
        if (policy != null && valid) {
            store.put(line.value(), value);
            known.put(line, byId(policy));
        }
        return valid;
    }

    /** The recipes of a line by their ids; empty where it has no policy. */
    Map<String, InForce> of(LineId line) {
        return known.computeIfAbsent(line, this::load);
    }

    private Map<String, InForce> load(LineId line) {
        byte[] stored = store.get(line.value());
        LinePolicy policy = stored == null ? null : decode(line, stored);
        return policy == null ? Map.of() : byId(policy);
    }

    private static Map<String, InForce> byId(LinePolicy policy) {
        return policy.recipes().stream().collect(Collectors.toMap(Recipe::id, InForce::of));
    }

    private @Nullable LinePolicy decode(LineId line, byte[] value) {
        return switch (codec.decode(value)) {
            case Decoding.Decoded<LinePolicy>(LinePolicy policy) -> policy;
            case Decoding.Undecodable<LinePolicy> _ -> null;
            case Decoding.RegistryAway<LinePolicy>(String detail) ->
                throw new RegistryAwayException("the policy of line " + line + " cannot be read: " + detail);
        };
    }
}
