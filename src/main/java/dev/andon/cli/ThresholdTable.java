package dev.andon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds for people: a line of figures each, and beneath it what the threshold rests on.
 *
 * @param columns of figures
 * @param reasons in the order of the rows
 */
record ThresholdTable(Listing columns, List<String> reasons) {

    static ThresholdTable of(List<LineThresholds> thresholds, ThresholdTrends trends) {
        Listing columns = new Listing().row("LINE", "RECIPE", "MODE", "THRESHOLD", "ACCEPTS", "HELD", "JUDGED", "OPEN",
                "TO NEXT LOOK", "LAST VALUES");
        for (LineThresholds line : thresholds) {
            for (LearntThreshold recipe : line.recipes()) {
                LearntThreshold.Progress progress = recipe.progress();
                columns.row(line.line(), recipe.recipe().id(), recipe.mode().name().toLowerCase(Locale.ROOT),
                        ThresholdTrends.text(recipe.value()), share(progress.coverage()), share(progress.heldShare()),
                        progress.labelled(), progress.pending(), dash(progress.verdictsToGo()),
                        trends.of(line.line(), recipe.recipe().id()));
            }
        }
        List<String> reasons = thresholds.stream()
                .flatMap(line -> line.recipes().stream().map(recipe -> line.line() + " " + reason(recipe))).toList();
        return new ThresholdTable(columns, reasons);
    }

    void print(PrintWriter out) {
        columns.print(out);
        out.println();
        reasons.forEach(out::println);
    }

    private static String reason(LearntThreshold recipe) {
        return recipe.recipe().id() + ": " + recipe.evidence()
                + (recipe.validUntil() == null ? "" : "; ends " + recipe.validUntil())
                + (recipe.progress().alarm() == null ? "" : "; ALARM: " + recipe.progress().alarm());
    }

    private static String share(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String dash(@Nullable Integer number) {
        return number == null ? "-" : number.toString();
    }
}
