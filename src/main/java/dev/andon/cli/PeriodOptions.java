package dev.andon.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.core.decision.Inspection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that pick recorded inspections by when and where they were decided. */
final class PeriodOptions {

    @Option(names = "--from", paramLabel = "TIME", description = "Decided since then, such as 2026-11-23T08:00:00Z.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Decided before then.")
    private @Nullable String until;

    @Option(names = "--line", paramLabel = "LINE", description = "Only of this production line.")
    private @Nullable String line;

    @Option(names = "--recipe", paramLabel = "ID", description = "Only by this recipe.")
    private @Nullable String recipe;

    /** Null for the beginning. */
    @Nullable
    Instant since() {
        return from == null ? null : instant("--from", from);
    }

    /** What was given, to tell one choice from another. */
    List<String> given() {
        return Stream.of(from, until, line, recipe).map(String::valueOf).toList();
    }

    boolean wants(Inspection inspection) {
        Instant decided = inspection.times().decided();
        Inspection.Applied applied = inspection.applied();
        return (from == null || !decided.isBefore(instant("--from", from)))
                && (until == null || decided.isBefore(instant("--until", until)))
                && (line == null || line.equals(inspection.line().value()))
                && (recipe == null || (applied != null && recipe.equals(applied.recipeId())));
    }

    private static Instant instant(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw CommandFailure.misused(option + " " + text + ": write an instant such as 2026-11-23T08:00:00Z");
        }
    }
}
