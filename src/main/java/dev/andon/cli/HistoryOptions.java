package dev.andon.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Purpose;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that looks at recorded inspections: which ones. */
final class HistoryOptions {

    @Option(names = "--from", paramLabel = "TIME", description = "Only frames received then or later: 2026-03-01 (UTC) or"
            + " 2026-03-01T06:00:00Z.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Only frames received before.")
    private @Nullable String until;

    @Option(names = "--line", paramLabel = "LINE", description = "Only this line; repeatable.")
    private List<String> lines = List.of();

    @Option(names = "--recipe", paramLabel = "ID", description = "Only frames that this recipe decided; repeatable.")
    private List<String> recipes = List.of();

    /** The first moment that is wanted; null for any. */
    @Nullable
    Instant since() {
        return from == null ? null : time("--from", from);
    }

    /** Ends the command where an option is no time. */
    void check() {
        Instant since = since();
        Instant before = before();
        if (since != null && before != null && !since.isBefore(before)) {
            throw CommandFailure.misused("--from " + from + " is not before --until " + until);
        }
    }

    private @Nullable Instant before() {
        return until == null ? null : time("--until", until);
    }

    /** Those that the options want, copies for audits left out. */
    Predicate<Inspection> wanted() {
        return wantedOfAnyRecipe().and(inspection -> recipes.isEmpty()
                || (inspection.applied() != null && recipes.contains(inspection.applied().recipeId())));
    }

    /** Those that the options want, whichever recipe decided them. */
    Predicate<Inspection> wantedOfAnyRecipe() {
        Instant since = since();
        Instant before = before();
        return inspection -> inspection.purpose() != Purpose.AUDIT
                && (since == null || !inspection.times().received().isBefore(since))
                && (before == null || inspection.times().received().isBefore(before))
                && wantsLine(inspection.line().value());
    }

    /** What was given, to tell one choice from another. */
    List<String> given() {
        return List.of(String.valueOf(from), String.valueOf(until), lines.toString(), recipes.toString());
    }

    /** Whether a policy's line is wanted. */
    boolean wantsLine(String line) {
        return lines.isEmpty() || lines.contains(line);
    }

    /** Whether a recipe is wanted. */
    boolean wantsRecipe(String recipe) {
        return recipes.isEmpty() || recipes.contains(recipe);
    }

    /** For people: what is looked at. */
    String text() {
        return (from == null && until == null
                ? "all that is on record"
                : "frames received" + (from == null ? "" : " from " + from) + (until == null ? "" : " until " + until))
                + (lines.isEmpty() ? "" : ", lines " + String.join(", ", lines))
                + (recipes.isEmpty() ? "" : ", recipes " + String.join(", ", recipes));
    }

    /** The same, to stand alone. */
    String title() {
        String text = text();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Instant time(String option, String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw CommandFailure.misused(option + " " + text
                    + " is no time: write a date as 2026-03-01 or an instant as 2026-03-01T06:00:00Z");
        }
    }
}
