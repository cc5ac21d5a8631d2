package dev.andon.chaos.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdChange;
import org.jspecify.annotations.Nullable;

/** Every learnt threshold that was ever published, by topic or by change, and since when. One thread. */
final class PublishedThresholds {

    /**
     * One of them.
     *
     * @param value null for none
     */
    private record Published(long version, @Nullable Double value) {}

    private final Map<RecipeKey, Map<Published, Instant>> all = new HashMap<>();

    PublishedThresholds(Learnt learnt) {
        for (Stamped<LineThresholds> thresholds : learnt.thresholds()) {
            for (LearntThreshold each : thresholds.value().recipes()) {
                add(new RecipeKey(thresholds.value().line().value(), each.recipe().id()),
                        new Published(each.version(), each.value()), thresholds.written());
            }
        }
        for (Stamped<ThresholdChange> change : learnt.changes()) {
            add(RecipeKey.of(change.value()),
                    new Published(change.value().newVersion(), change.value().newValue()), change.written());
        }
    }

    /** Whether this value was published as this version by then. */
    boolean had(RecipeKey key, Threshold threshold, Instant then) {
        Instant since = of(key).get(new Published(threshold.version(), threshold.value()));
        return since != null && !since.isAfter(then);
    }

    /** Whether there was a later version before some time. */
    boolean hadLater(RecipeKey key, Threshold threshold, Instant before) {
        return of(key).entrySet().stream().anyMatch(each -> each.getKey().version() > threshold.version()
                && each.getValue().isBefore(before));
    }

    private Map<Published, Instant> of(RecipeKey key) {
        return all.getOrDefault(key, Map.of());
    }

    private void add(RecipeKey key, Published published, Instant written) {
        all.computeIfAbsent(key, unknown -> new HashMap<>()).merge(published, written,
                (known, other) -> known.isBefore(other) ? known : other);
    }
}
