package dev.andon.demo.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.frame.Position;
import dev.andon.demo.summary.OutputRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from simulated reviewers.
 *
 * @param verdicts   that were given
 * @param mistaken   of these
 * @param unanswered frames that nobody looked at
 * @param lines      by line and recipe
 */
public record Learned(int verdicts, int mistaken, int unanswered, List<Line> lines) {

    public Learned {
        lines = List.copyOf(lines);
    }

    /**
     * What came of one recipe.
     *
     * @param threshold at the end; null where there was none
     * @param evidence  what it rests on, in words
     * @param judged    frames that count as evidence
     * @param accepted  frames of the line that were published
     * @param wrong     of these, with another result than the true one
     */
    public record Line(String line, String recipe, @Nullable Double threshold, String evidence, int judged,
            int accepted, int wrong) {}

    /** Thresholds beside what was published under them. Recipes that had no frames are left out. */
    public static List<Line> lines(List<LineThresholds> thresholds, List<SentFrame> sent, List<OutputRecord> read) {
        Map<Position, SentFrame> truth = sent.stream()
                .collect(Collectors.toMap(SentFrame::position, Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (LineThresholds line : thresholds) {
            List<OutputRecord> accepted = read.stream().filter(each -> each.kind() == Kind.ACCEPTED)
                    .filter(each -> each.line().equals(line.line().value())).toList();
            int wrong = (int) accepted.stream().filter(each -> isWrong(each, truth.get(each.frame()))).count();
            line.recipes().stream().filter(Learned::wasUsed)
                    .forEach(recipe -> lines.add(line(line, recipe, accepted.size(), wrong)));
        }
        return lines;
    }

    private static Line line(LineThresholds line, LearntThreshold recipe, int accepted, int wrong) {
        return new Line(line.line().value(), recipe.recipe().id(), recipe.value(), recipe.evidence(),
                recipe.progress().labelled(), accepted, wrong);
    }

    private static boolean wasUsed(LearntThreshold recipe) {
        return recipe.progress().labelled() + recipe.progress().pending() > 0;
    }

    private static boolean isWrong(OutputRecord each, @Nullable SentFrame frame) {
        return frame != null && each.result() != frame.result();
    }
}
