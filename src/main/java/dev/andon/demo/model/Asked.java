package dev.andon.demo.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the simulated model understands of a prompt.
 *
 * @param subject  the product asked about; {@link Subject#UNKNOWN} where it is none that the model knows
 * @param answers  the allowed answers
 * @param meanings what each of them means, in the same order; empty where the model does not know
 * @param japanese whether captions are wanted in Japanese
 */
record Asked(Subject subject, List<String> answers, List<Optional<Finding>> meanings, boolean japanese) {

    private static final Pattern JAPANESE = Pattern.compile("in japanese|language\\W{0,12}ja\\b|日本語で",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENGLISH = Pattern.compile("in english|language\\W{0,12}en\\b|英語で",
            Pattern.CASE_INSENSITIVE);

    static Asked of(String prompt, List<String> answers) {
        List<Optional<Finding>> meanings = answers.stream().map(Vocabulary::meaning).toList();
        boolean japanese = JAPANESE.matcher(prompt).find() && !ENGLISH.matcher(prompt).find();
        return new Asked(subject(prompt, meanings), List.copyOf(answers), meanings, japanese);
    }

    /** The first answer that means {@code finding}, or −1. */
    int indexOf(Finding finding) {
        return meanings.indexOf(Optional.of(finding));
    }

    private static Subject subject(String prompt, List<Optional<Finding>> meanings) {
        for (Optional<Finding> meaning : meanings) {
            if (meaning.isPresent() && meaning.get().subject() != Subject.UNKNOWN) {
                return meaning.get().subject();
            }
        }
        return Vocabulary.subject(prompt.toLowerCase(Locale.ROOT));
    }
}
