package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.FrameId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that pick recorded inspections by all that is known of them. */
final class FrameOptions {

    @Mixin
    private HistoryOptions history;

    @Option(names = "--route", paramLabel = "ROUTE", description = "Only those that went there: ACCEPTED or"
            + " HUMAN_REVIEW.")
    private @Nullable Route route;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only those that were held because of it, such as"
            + " UNCERTAIN.")
    private @Nullable Reason reason;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Only of this part.")
    private @Nullable String unit;

    @Option(names = "--frame", paramLabel = "FRAME", description = "Only this frame.")
    private @Nullable String frame;

    @Option(names = "--offsets", paramLabel = "PARTITION@FIRST-LAST", description = "Only frames that stood there in their"
            + " topic, both ends included; repeatable.")
    private List<String> offsets = List.of();

    HistoryOptions history() {
        return history;
    }

    /** Ends the command where an option means nothing. */
    void check() {
        history.check();
        var _ = ranges();
    }

    private List<OffsetRange> ranges() {
        return offsets.stream().map(text -> OffsetRange.of("--offsets", text)).toList();
    }

    /** What was given, to tell one choice from another. */
    List<String> given() {
        List<String> given = new ArrayList<>(history.given());
        Stream.of(route, reason, unit, frame, offsets).map(String::valueOf).forEach(given::add);
        return given;
    }

    /** Those that the options want, copies for audits left out. */
    Predicate<Inspection> wanted() {
        List<OffsetRange> ranges = ranges();
        return history.wanted().and(inspection -> {
            FrameId id = inspection.frame().frameId();
            return (route == null || route == inspection.decision().route())
                    && (reason == null || reason == inspection.decision().reason())
                    && (unit == null || unit.equals(inspection.frame().unitId()))
                    && (frame == null || (id != null && frame.equals(id.value())))
                    && (ranges.isEmpty()
                            || ranges.stream().anyMatch(range -> range.has(inspection.image().position())));
        });
    }
}
