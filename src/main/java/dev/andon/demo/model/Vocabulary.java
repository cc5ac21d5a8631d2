package dev.andon.demo.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words that the simulated model knows, in English and Japanese. */
final class Vocabulary {

    private static final List<String> GOOD = List.of("ok", "good", "pass", "fine", "normal");

    private Vocabulary() {}

    /** What a label means, by its name; empty where no word of it is known. */
    static Optional<Finding> meaning(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(name.split("[^a-z]+"));
        if (name.equals("unsure")) {
            return Optional.of(Finding.UNSURE);
        }
        if (name.equals("unexpected")) {
            return Optional.of(Finding.UNEXPECTED);
        }
        boolean good = GOOD.stream().anyMatch(words::contains) && !words.contains("not");
        return good || has(name, "良品", "合格", "正常") ? Optional.of(Finding.GOOD) : defect(name);
    }

    /** The product that a text in lower case is about. */
    static Subject subject(String text) {
        if (has(text, "bracket", "stamped plate", "ブラケット", "プレス部品")) {
            return Subject.BRACKET;
        }
        if (has(text, "bottle", "ボトル", "瓶")) {
            return Subject.BOTTLE;
        }
        return has(text, "circuit board", "solder", "pcb", "基板", "はんだ") ? Subject.BOARD : Subject.UNKNOWN;
    }

    private static Optional<Finding> defect(String name) {
        if (has(name, "bridge", "ブリッジ")) {
            return Optional.of(Finding.SOLDER_BRIDGE);
        }
        if (has(name, "component", "部品", "欠品")) {
            return Optional.of(Finding.MISSING_COMPONENT);
        }
        if (has(name, "crack", "ひび", "亀裂", "割れ")) {
            return Optional.of(Finding.CRACK);
        }
        if (has(name, "hole", "穴")) {
            return Optional.of(Finding.MISSING_HOLE);
        }
        return bottleDefect(name);
    }

    private static Optional<Finding> bottleDefect(String name) {
        if (has(name, "crooked", "tilted", "skewed", "傾", "斜")) {
            return Optional.of(Finding.LABEL_CROOKED);
        }
        if (has(name, "fill", "level", "液", "充填", "量")) {
            return Optional.of(Finding.LOW_FILL);
        }
        return has(name, "label", "ラベル") ? Optional.of(Finding.LABEL_MISSING) : Optional.empty();
    }

    private static boolean has(String text, String... words) {
        return Arrays.stream(words).anyMatch(text::contains);
    }
}
