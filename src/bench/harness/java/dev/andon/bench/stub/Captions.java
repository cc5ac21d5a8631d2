package dev.andon.bench.stub;

import java.util.List;
import java.util.random.RandomGenerator;

/** Sentences as models write them, in other words each time. Any thread. */
public final class Captions {

    private static final List<String> SUBJECTS = List.of("The bracket", "The steel bracket", "The part in view",
            "The stamped part", "The metal bracket on the belt");
    private static final List<String> FINDINGS = List.of("has all four holes and an intact slot",
            "shows four round holes near its corners", "looks complete, with every hole in its place",
            "carries four holes and one slot as it should");
    private static final List<String> REASONS = List.of("and no crack runs in from an edge.",
            "and its edges are free of cracks.", "without any visible crack.", "and the metal is sound throughout.");

    private Captions() {}

    /** The next sentence. */
    public static String next(RandomGenerator random) {
        return any(SUBJECTS, random) + ' ' + any(FINDINGS, random) + ' ' + any(REASONS, random);
    }

    private static String any(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
