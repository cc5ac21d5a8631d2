package dev.andon.demo.summary;

import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A summary for people. */
public final class SummaryText {

    private SummaryText() {}

    public static String of(Summary summary) {
        return String.join("\n", head(summary), once(summary), routes(summary), errors(summary), foot(summary))
                + (summary.learned() == null ? "" : "\n\n" + learned(summary.learned()));
    }

    private static String head(Summary summary) {
        return String.format(Locale.ROOT, """

            ANDON DEMO: %d frames in %.1f s, %.1f frames/s, %.2f calls of the model per frame
            Broker, registry, stream processor and HTTP are real. The cameras and the vision-language model are a
            SIMULATION: the figures show what the gate does, not how good any real model is.
            """, summary.tally().frames(), summary.seconds(), summary.framesPerSecond(), summary.callsPerFrame());
    }

    private static String once(Summary summary) {
        Verification found = summary.verification();
        String examples = found.examples().stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
        return String.format(Locale.ROOT, """
            Read back from the topics by a reader of its own (read_committed):
              lost %d, duplicated %d, out of order %d: %s
            %s""", found.lost(), found.duplicated(), found.outOfOrder(),
                found.clean() ? "every frame has exactly one decision, in order" : "NOT EXACTLY ONCE", examples);
    }

    private static String routes(Summary summary) {
        Tally tally = summary.tally();
        String reasons = new TreeMap<>(tally.reasons()).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, """
            Shares with 95 %% intervals (Clopper-Pearson):
              accepted            %s
              sent to people      %s
                because of        %s
                of troubled ones  %s
                of clear ones     %s
              dead letters        %d
              audit copies        %d (accepted frames that a person checks besides)
            """, summary.ofAll(tally.accepted()), summary.ofAll(tally.held()), reasons.isEmpty() ? "-" : reasons,
                tally.troubledHeld(), tally.clearHeld(), tally.deadLetters(), tally.auditCopies());
    }

    private static String errors(Summary summary) {
        Errors before = summary.tally().withoutGate();
        Errors after = summary.tally().amongAccepted();
        return "Wrong results         without the gate, of all        accepted, of all                of the accepted\n"
                + row(summary, "escapes", before.escapes(), after.escapes())
                + row(summary, "false rejects", before.falseRejects(), after.falseRejects())
                + row(summary, "together", before.both(), after.both());
    }

    private static String row(Summary summary, String name, int before, int after) {
        return String.format(Locale.ROOT, "  %-20s%-32s%-32s%s%n", name, summary.ofAll(before), summary.ofAll(after),
                summary.ofAccepted(after));
    }

    private static String foot(Summary summary) {
        Tally tally = summary.tally();
        return String.format(Locale.ROOT, """
            Wrong defect but right result, accepted: %s
            Wrong with one voice (all samples gave the same answer; share of the wrong ones above): %s
            Without the gate each frame gets the result of its most frequent label; %d frames got none and count as
            held by the model itself.""", summary.ofAccepted(tally.wrongLabel()),
                new Share(tally.unanimous().both(), tally.withoutGate().both()),
                tally.silent());
    }

    private static String learned(Learned learned) {
        String lines = learned.lines().stream().map(line -> String.format(Locale.ROOT, "%n  %-12s %-10s %-9s wrong %s%n"
                + "    %s", line.line(), line.recipe(),
                line.threshold() == null ? "holds all" : String.format(Locale.ROOT, "%.3f", line.threshold()),
                new Share(line.wrong(), line.accepted()), line.evidence())).collect(Collectors.joining());
        return String.format(Locale.ROOT, """
            Learnt from SIMULATED reviewers, who gave %d verdicts (%d of them mistaken) and left %d frames lying; the
            threshold of each recipe at the end, and what was wrong of the frames accepted until then:%s""",
                learned.verdicts(), learned.mistaken(), learned.unanswered(), lines);
    }
}
