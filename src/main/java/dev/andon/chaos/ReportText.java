package dev.andon.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.andon.chaos.verify.Failovers;
import dev.andon.chaos.verify.Reviews;
import dev.andon.chaos.verify.Verification;

/** A report for people. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        Verification found = report.verification();
        Reviews reviews = found.reviews();
        return String.join("\n", List.of(
                String.format(Locale.ROOT, "%d processes killed: %s", report.killsInAll(), counts(report.kills())),
                "Done: " + counts(report.actions()),
                String.format(Locale.ROOT,
                        "%d frames: %d accepted, %d held %s, %d dead letters, %d repetitions dropped",
                        found.frames(), found.accepted(), found.held(), new TreeMap<>(found.reasons()),
                        found.deadLetters(), found.repetitions()),
                String.format(Locale.ROOT,
                        "%d verdicts, %d of them on nothing: %d inspections reviewed, %d overruled",
                        reviews.verdicts(), reviews.onNothing(), reviews.reviewed(), reviews.overruled()),
                String.format(Locale.ROOT, "thresholds changed %d times, %d decisions by learnt ones",
                        reviews.thresholdChanges(), reviews.byLearnt()),
                String.format(Locale.ROOT, "lost %d, duplicated %d, out of order %d", found.lost(),
                        found.duplicated(), found.outOfOrder()),
                "From kill to results, same instance: " + times(report.failovers().restart()),
                "From kill to results, other instance: " + times(report.failovers().takeover()),
                report.clean() ? "Every promise was kept." : "NOT CLEAN: " + wrong(report)));
    }

    private static String wrong(Report report) {
        String violations = new TreeMap<>(report.verification().violations()).entrySet().stream()
                .map(entry -> entry.getValue() + " " + Names.of(entry.getKey())).collect(Collectors.joining(", "));
        return violations + (report.tells() ? "" : "; nothing was killed, decided or judged, which proves nothing")
                + (report.quiet() ? "" : "; it did not come to rest")
                + lines(report.verification().examples()) + lines(report.troubles());
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }

    private static String times(Failovers.Times times) {
        return String.format(Locale.ROOT, "p50 %.1f s, worst %.1f s (%d kills, %d more without an end)",
                times.p50Millis() / 1000.0, times.worstMillis() / 1000.0, times.measured(), times.unfinished());
    }

    private static String counts(Map<String, Integer> counts) {
        return new TreeMap<>(counts).entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
