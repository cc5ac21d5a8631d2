package dev.andon.replay;

import java.util.HashMap;
import java.util.Map;

import dev.andon.core.review.Reviewed;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** What people said of inspections, by the verdict that counts. Filled by one thread; any thread may read afterwards. */
public final class Truths {

    private final Map<String, Result> byInspection = new HashMap<>();

    /** Takes a review; of several of one inspection the last. */
    public void add(Reviewed reviewed) {
        if (!reviewed.verdicts().isEmpty()) {
            byInspection.put(reviewed.inspected().inspectionId(), reviewed.verdicts().getLast().result());
        }
    }

    /** The true result; {@code NOT_DECIDABLE} where somebody looked and could not tell, null where nobody looked. */
    public @Nullable Result of(String inspectionId) {
        return byInspection.get(inspectionId);
    }
}
