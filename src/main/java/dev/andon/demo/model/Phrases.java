package dev.andon.demo.model;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A sentence whose parts can be worded in several ways.
 *
 * @param slots the wordings of each part, in order; {@code %s} stands for the place
 */
record Phrases(List<List<String>> slots) {

    static Phrases of(List<String> first) {
        return new Phrases(List.of(first));
    }

    static Phrases of(List<String> first, List<String> second) {
        return new Phrases(List.of(first, second));
    }

    static Phrases of(List<String> first, List<String> second, List<String> third) {
        return new Phrases(List.of(first, second, third));
    }

    String say(String place, RandomGenerator random) {
        StringBuilder sentence = new StringBuilder();
        for (List<String> slot : slots) {
            sentence.append(any(slot, random));
        }
        return sentence.toString().replace("%s", place);
    }

    static String any(List<String> wordings, RandomGenerator random) {
        return wordings.get(random.nextInt(wordings.size()));
    }
}
