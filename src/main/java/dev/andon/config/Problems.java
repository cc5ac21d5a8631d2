package dev.andon.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong, so that it can be told at once. One thread. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** The keys of the problems, and everything that they are below of. */
    private final Set<String> concerned = new HashSet<>();

    void add(String key, String value, String fix, @Nullable String where) {
        found.add(new Problem(key, Masking.shown(key, value), fix, where));
        concerned.add(key);
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '.' || key.charAt(i) == '[') {
                concerned.add(key.substring(0, i));
            }
        }
    }

    /** Adds a problem with what stands at {@code node}. */
    void add(String key, Node node, String fix) {
        add(key, node.text(), fix, node.where());
    }

    /** Whether something is wrong with {@code key} or anything below it. */
    boolean concern(String key) {
        return concerned.contains(key);
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** The value, unless something is wrong. */
    <T> Outcome<T> unlessAny(Supplier<T> value) {
        return any() ? new Outcome.Invalid<>(found) : new Outcome.Valid<>(value.get());
    }
}
