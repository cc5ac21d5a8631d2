package dev.andon.cli;

import java.io.PrintWriter;
import java.util.Locale;

import dev.andon.core.decision.Costs;
import dev.andon.replay.Comparison;
import dev.andon.replay.ComparisonJson;
import dev.andon.replay.Errors;
import dev.andon.replay.Estimate;
import dev.andon.replay.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Routes before and after, for people.
 *
 * @param costs null where they are not known
 */
record ComparisonTable(Comparison comparison, @Nullable Costs costs) {

    void print(PrintWriter out) {
        Listing lines = new Listing().row("LINE", "FRAMES", "HELD", "WOULD BE", "HELD → ACCEPTED", "ACCEPTED → HELD");
        comparison.lines().forEach((line, tally) -> add(lines, line, tally));
        if (comparison.lines().size() != 1) {
            add(lines, "together", comparison.all());
        }
        lines.print(out);
        Listing passages = new Listing();
        comparison.passages().forEach((passage, frames) -> {
            if (!passage.before().equals(passage.after())) {
                passages.row("  " + passage.before() + " → " + passage.after(), number(frames));
            }
        });
        passages.print(out);
        Listing errors = new Listing().row("", "BEFORE", "AFTER");
        errors.row("escapes", text(comparison.errorsBefore().escapes()), text(comparison.errorsAfter().escapes()));
        errors.row("false rejects", text(comparison.errorsBefore().falseRejects()),
                text(comparison.errorsAfter().falseRejects()));
        errors.row("accepted, judged", judged(comparison.errorsBefore()), judged(comparison.errorsAfter()));
        errors.row("samples", number(comparison.callsBefore()), number(comparison.callsAfter()));
        errors.row("reviews", number(comparison.reviewsBefore()), number(comparison.reviewsAfter()));
        if (costs != null) {
            errors.row("cost",
                    text(ComparisonJson.cost(costs, comparison.errorsBefore(), comparison.reviewsBefore(),
                            comparison.callsBefore())),
                    text(ComparisonJson.cost(costs, comparison.errorsAfter(), comparison.reviewsAfter(),
                            comparison.callsAfter())));
        }
        errors.print(out);
        if (comparison.brokenOff() > 0) {
            out.println(Listing.count(comparison.brokenOff(), "frame")
                    + " stopped early and would have been asked more: their new route rests on fewer samples");
        }
        comparison.unseen().forEach((why, frames) -> out.println("not counted: " + number(frames) + " " + why));
    }

    private static void add(Listing listing, String name, Tally tally) {
        listing.row(name, number(tally.frames()), share(tally.heldBefore(), tally.frames()),
                share(tally.heldAfter(), tally.frames()), number(tally.toAccepted()), number(tally.toHeld()));
    }

    private static String judged(Errors errors) {
        return number(errors.frames()) + ", " + number(errors.judged());
    }

    /** With its 95 % band. */
    private static String text(Estimate estimate) {
        return text(estimate.value()) + String.format(Locale.ROOT, " [%,.1f, %,.1f]", estimate.low(), estimate.high());
    }

    private static String text(double number) {
        return Double.isNaN(number) ? "unknown" : String.format(Locale.ROOT, "%,.1f", number);
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
