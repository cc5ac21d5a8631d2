package dev.andon.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong, so that it can be told at once. One thread. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(String key, String value, String fix, @Nullable String where) {
        found.add(new Problem(key, Masking.shown(key, value), fix, where));
    }

    /** Adds a problem with what stands at {@code node}. */
    void add(String key, Node node, String fix) {
        add(key, node.text(), fix, node.where());
    }

    /** Whether something is wrong with {@code key} or anything below it. */
    boolean concern(String key) {
        return found.stream().map(Problem::key)
                .anyMatch(other -> other.equals(key) || other.startsWith(key + ".") || other.startsWith(key + "["));
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** The value, unless something is wrong. */
    <T> Outcome<T> unlessAny(Supplier<T> value) {
        return any() ? new Outcome.Invalid<>(found) : new Outcome.Valid<>(value.get());
    }
}
