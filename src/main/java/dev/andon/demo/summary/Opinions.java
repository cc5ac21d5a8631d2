package dev.andon.demo.summary;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.andon.core.sampling.Result;

/** What a program without a gate would have published, told from the recorded samples. */
final class Opinions {

    private Opinions() {}

    /**
     * The result of the most frequent answer that is a label; of equally frequent ones, of that which came first. Empty
     * where no sample says a label: the model held the frame by itself, or was never asked.
     */
    static Optional<Result> withoutGate(OutputRecord decided, LabelResults labels) {
        Map<String, Long> counts = decided.answers().stream()
                .filter(answer -> labels.of(decided.line(), answer).isPresent())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        Comparator<Map.Entry<String, Long>> rarestFirst = Map.Entry.comparingByValue();
        return counts.entrySet().stream().sorted(rarestFirst.reversed()).findFirst()
                .flatMap(entry -> labels.of(decided.line(), entry.getKey()));
    }

    /** The result that every sample agrees on by the same label; empty where they differ or are fewer than two. */
    static Optional<Result> unanimous(OutputRecord decided, LabelResults labels) {
        List<String> answers = decided.answers();
        return answers.size() > 1 && answers.stream().distinct().count() == 1
                ? labels.of(decided.line(), answers.getFirst())
                : Optional.empty();
    }
}
