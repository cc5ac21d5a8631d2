package dev.andon.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answers that a recipe allows, with their results.
 *
 * @param all in the order of the recipe, names distinct also when case is ignored
 */
public record Labels(List<Label> all) {

    public Labels {
        all = List.copyOf(all);
    }

    /** Every allowed answer: the labels in their order, then {@code unsure} and {@code unexpected}. */
    public List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        all.forEach(label -> answers.add(new Answer(label.name())));
        answers.add(Answer.UNSURE);
        answers.add(Answer.UNEXPECTED);
        return answers;
    }

    /** The allowed answer that {@code text} names, surrounding space and case ignored; empty where none does. */
    public Optional<Answer> parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return answers().stream().filter(answer -> answer.value().toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
    }

    /** The result of an answer; {@link Result#NOT_DECIDABLE} for the two that every recipe offers besides. */
    public Result resultOf(Answer answer) {
        for (Label label : all) {
            if (label.name().equals(answer.value())) {
                return label.result();
            }
        }
        return Result.NOT_DECIDABLE;
    }
}
