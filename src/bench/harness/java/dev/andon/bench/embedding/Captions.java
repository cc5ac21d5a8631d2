package dev.andon.bench.embedding;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Captions as models write them about parts, 8 to 24 words each, the same for the same seed. */
public final class Captions {

    private static final int LEAST = 8;
    private static final int MOST = 24;
    private static final List<String> WORDS = List.of("a", "all", "and", "bent", "bottle", "bracket", "clean", "corner",
            "crack", "damage", "dark", "edge", "flat", "four", "hole", "is", "joint", "label", "left", "looks", "lower",
            "metal", "missing", "near", "no", "reflection", "right", "round", "scratch", "slot", "small", "solder",
            "spot", "surface", "the", "there", "torn", "undamaged", "upper", "visible", "with");

    private Captions() {}

    /** So many of them. */
    public static List<String> of(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> caption(random)).toList();
    }

    private static String caption(Random random) {
        int words = random.nextInt(LEAST, MOST + 1);
        return IntStream.range(1, words).mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" ", "The ", "."));
    }
}
