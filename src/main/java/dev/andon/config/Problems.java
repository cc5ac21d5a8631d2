package dev.andon.config;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong, so that it can be told at once. One thread. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Of the problems; in order, so that one below another key is found without a list of all that it is below of. */
    private final NavigableSet<String> keys = new TreeSet<>();

    void add(String key, String value, String fix, @Nullable String where) {
        found.add(new Problem(Excerpt.of(key), Masking.shown(key, value), fix, where));
        keys.add(key);
    }

    /** Adds a problem with what stands at {@code node}. */
    void add(String key, Node node, String fix) {
        add(key, node.text(), fix, node.where());
    }

    /** Whether something is wrong with {@code key} or anything below it. */
    boolean concern(String key) {
        return keys.contains(key) || concern(key, ".") || concern(key, "[");
    }

    private boolean concern(String key, String separator) {
        String below = keys.ceiling(key + separator);
        return below != null && below.startsWith(key + separator);
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** The value, unless something is wrong. */
    <T> Outcome<T> unlessAny(Supplier<T> value) {
        return any() ? new Outcome.Invalid<>(found) : new Outcome.Valid<>(value.get());
    }
}
