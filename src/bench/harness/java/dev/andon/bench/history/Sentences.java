package dev.andon.bench.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

import dev.andon.core.sampling.Answer;

/** Captions of made-up answers about brackets, about 60 to 90 characters each, in other words most times. */
final class Sentences {

    private static final List<String> SUBJECTS = List.of("The bracket", "The steel bracket", "The part in view",
            "The stamped bracket", "This metal bracket");

    private static final Map<String, List<String>> FINDINGS = Map.of(
            "ok", List.of("has all four holes and its slot, and no crack runs in from an edge.",
                    "shows four round holes near its corners and edges without a crack.",
                    "has its four holes and the slot in place, and no crack is visible.",
                    "shows all four holes near the corners, and no crack runs into the metal."),
            "missing_hole", List.of("has three round holes; the one at the upper left corner is missing.",
                    "shows plain metal at one corner, where the fourth hole should be.",
                    "has only three of its four holes, the lower right one is missing.",
                    "lacks a hole near one corner; the slot and the edges are as they should be."),
            "crack", List.of("has all four holes, but a dark crack runs in from the lower edge.",
                    "shows a jagged line that runs from the edge into the metal, a crack.",
                    "is cracked near the slot; the line reaches the edge of the metal.",
                    "has a thin crack that starts at the long edge and ends near a hole."),
            "unsure", List.of("is blurred, so that its holes and edges cannot be judged for sure.",
                    "lies under a bright reflection that hides two of its corners.",
                    "is too dark to tell whether all of the holes are really there.",
                    "is partly covered, and the corner that matters cannot be seen."),
            "unexpected", List.of("is of another kind than the one that was described in the question.",
                    "lies below a glove that somebody left on the conveyor belt.",
                    "is upside down and stuck to a second one, which nobody described.",
                    "carries something that looks like a tool on its upper side."));

    private Sentences() {}

    /** The next one that supports an answer. */
    static String of(Answer answer, RandomGenerator random) {
        List<String> findings = Objects.requireNonNull(FINDINGS.get(answer.value()), answer::value);
        return any(SUBJECTS, random) + ' ' + any(findings, random);
    }

    private static String any(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
