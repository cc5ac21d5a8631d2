package dev.andon.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.andon.core.calibration.Interval;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;
import dev.andon.demo.PolicyEvaluation.Judged;

/**
 * Errors with and without the gate. Without it a frame gets the result of its most frequent answer that is a label, the
 * first of equally frequent ones; frames of which no sample says a label count as neither right nor wrong.
 */
record EvaluationReport(String name, int frames, int accepted, int escapes, int falseRejects, int escapesAccepted,
        int falseRejectsAccepted, int unanimousWrong) {

    static EvaluationReport of(String name, List<Judged> frames) {
        List<Judged> accepted = frames.stream().filter(frame -> frame.decision().route() == Route.ACCEPTED).toList();
        return new EvaluationReport(name, frames.size(), accepted.size(),
                count(frames, EvaluationReport::majority, Result.OK),
                count(frames, EvaluationReport::majority, Result.NOT_OK),
                count(accepted, frame -> frame.decision().result(), Result.OK),
                count(accepted, frame -> frame.decision().result(), Result.NOT_OK),
                count(frames, EvaluationReport::unanimous, Result.OK)
                        + count(frames, EvaluationReport::unanimous, Result.NOT_OK));
    }

    static List<EvaluationReport> byTrouble(List<Judged> frames) {
        return new TreeSet<>(frames.stream().map(EvaluationReport::trouble).toList()).stream()
                .map(trouble -> of(trouble, frames.stream().filter(frame -> trouble(frame).equals(trouble)).toList()))
                .toList();
    }

    @Override
    public String toString() {
        int wrong = escapes + falseRejects;
        int wrongAccepted = escapesAccepted + falseRejectsAccepted;
        Interval without = Interval.of(wrong, Math.max(1, frames));
        Interval with = Interval.of(wrongAccepted, Math.max(1, accepted));
        return String.format(Locale.ROOT,
                "%-20s %5d frames, held %.3f; wrong without gate %.4f %s (escapes %d, false rejects %d), accepted %.4f %s"
                        + " (%d, %d): ratio %.2f%s; unanimous %.2f of the wrong",
                name, frames, 1 - (double) accepted / frames, (double) wrong / frames, range(without), escapes,
                falseRejects, (double) wrongAccepted / accepted, range(with), escapesAccepted, falseRejectsAccepted,
                (double) wrongAccepted / accepted * frames / wrong, with.below(without) ? ", apart" : "",
                (double) unanimousWrong / wrong);
    }

    private static String range(Interval interval) {
        return String.format(Locale.ROOT, "[%.4f, %.4f]", interval.low(), interval.high());
    }

    private static String trouble(Judged frame) {
        return Objects.requireNonNullElse(frame.shot().truth().trouble(), "no trouble");
    }

    private static int count(List<Judged> frames, Function<Judged, Result> said, Result wrongly) {
        Result truth = wrongly == Result.OK ? Result.NOT_OK : Result.OK;
        return (int) frames.stream().filter(frame -> frame.shot().truth().result() == truth)
                .filter(frame -> said.apply(frame) == wrongly).count();
    }

    private static Result majority(Judged frame) {
        Map<Answer, Long> counts = answers(frame).stream()
                .filter(answer -> frame.labels().resultOf(answer) != Result.NOT_DECIDABLE)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        Comparator<Map.Entry<Answer, Long>> rarestFirst = Map.Entry.comparingByValue();
        return counts.entrySet().stream().sorted(rarestFirst.reversed()).findFirst()
                .map(entry -> frame.labels().resultOf(entry.getKey())).orElse(Result.UNDEFINED);
    }

    private static Result unanimous(Judged frame) {
        List<Answer> answers = answers(frame);
        return answers.stream().distinct().count() == 1
                ? frame.labels().resultOf(answers.getFirst())
                : Result.UNDEFINED;
    }

    private static List<Answer> answers(Judged frame) {
        return Objects.requireNonNull(frame.findings().sampling()).samples().stream().map(Sample::answer).toList();
    }
}
