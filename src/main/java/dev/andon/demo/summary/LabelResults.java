package dev.andon.demo.summary;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Result;

/** What the labels of each line mean. */
public final class LabelResults {

    private final Map<String, Map<String, Result>> byLine;

    private LabelResults(Map<String, Map<String, Result>> byLine) {
        this.byLine = byLine;
    }

    public static LabelResults of(Collection<LinePolicy> policies) {
        return new LabelResults(policies.stream().collect(
                Collectors.toMap(policy -> policy.line().value(), LabelResults::labels)));
    }

    private static Map<String, Result> labels(LinePolicy policy) {
        return policy.recipes().stream().flatMap(recipe -> recipe.labels().all().stream())
                .collect(Collectors.toMap(Label::name, Label::result, (first, second) -> first));
    }

    /** The result of an answer; empty for one that is no label: {@code unsure}, {@code unexpected}. */
    Optional<Result> of(String line, String answer) {
        return Optional.ofNullable(byLine.getOrDefault(line, Map.of()).get(answer));
    }
}
