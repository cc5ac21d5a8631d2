package dev.andon.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/** How thresholds have changed. One thread. */
final class ThresholdTrends {

    private static final int SHOWN = 4;

    private final Map<LineId, Map<String, List<String>>> values = new HashMap<>();

    /** The next change. */
    void add(ThresholdChange change) {
        List<String> all = values.computeIfAbsent(change.line(), line -> new HashMap<>())
                .computeIfAbsent(change.recipe().id(), recipe -> new ArrayList<>(List.of(text(change.oldValue()))));
        all.add(text(change.newValue()));
    }

    /** The last values of a recipe, the newest last; {@code -} where there was no change. */
    String of(LineId line, String recipe) {
        List<String> all = values.getOrDefault(line, Map.of()).getOrDefault(recipe, List.of());
        return all.isEmpty()
                ? "-"
                : all.stream().skip(Math.max(0, all.size() - SHOWN)).collect(Collectors.joining(" → "));
    }

    /** A threshold for people. */
    static String text(@Nullable Double value) {
        return value == null ? "none" : String.format(Locale.ROOT, "%.3f", value);
    }
}
