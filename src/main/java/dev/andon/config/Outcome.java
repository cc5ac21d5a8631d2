package dev.andon.config;

import java.util.List;
import java.util.function.Function;

/**
 * What came of reading a configuration.
 *
 * @param <T> what was to be read
 */
public sealed interface Outcome<T> {

    /** It was read, and nothing is wrong with it. */
    record Valid<T>(T value) implements Outcome<T> {}

    /**
     * It was refused.
     *
     * @param problems all of them, at least one
     */
    record Invalid<T>(List<Problem> problems) implements Outcome<T> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The value; where there are problems, what {@code refuse} makes of them or throws for them. */
    default T orElse(Function<List<Problem>, T> refuse) {
        return switch (this) {
            case Valid<T>(T value) -> value;
            case Invalid<T>(List<Problem> problems) -> refuse.apply(problems);
        };
    }
}
