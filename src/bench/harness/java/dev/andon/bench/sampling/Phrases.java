package dev.andon.bench.sampling;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Captions of made-up answers about brackets: the same thing in several words. */
final class Phrases {

    private static final Map<String, List<String>> BY_ANSWER = Map.of(
            "ok", List.of("All four holes are there and the metal shows no crack.",
                    "The bracket has its four holes and the surface is intact.",
                    "Four round holes, one slot, and no crack anywhere.",
                    "Nothing is missing; the plate is undamaged."),
            "missing_hole", List.of("The hole at the upper left corner is missing.",
                    "Only three of the four holes were punched.",
                    "There is plain metal where one hole should be.",
                    "One corner of the bracket has no hole."),
            "crack", List.of("A dark crack runs inwards from the lower edge.",
                    "The metal is cracked near the edge.",
                    "A jagged line splits the plate at its border.",
                    "There is a fracture that starts at the long side."),
            "unsure", List.of("The picture is too blurred to judge the holes.",
                    "A reflection hides the part, so it cannot be judged.",
                    "It is too dark to see the edges of the plate.",
                    "Something covers the corner that matters."),
            "unexpected", List.of("There is a tool lying on the belt instead of a bracket.",
                    "The picture shows an empty belt.",
                    "A part of another kind is in view.",
                    "A glove lies across the plate."));

    private Phrases() {}

    static String of(String answer, RandomGenerator random) {
        List<String> phrases = Objects.requireNonNull(BY_ANSWER.get(answer), answer);
        return phrases.get(random.nextInt(phrases.size()));
    }
}
