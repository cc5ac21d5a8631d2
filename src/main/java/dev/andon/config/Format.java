package dev.andon.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A way to write a value.
 *
 * @param expected what to write, in words: the fix in a message
 * @param reader   the value of a text; empty where the text is not of this form
 */
public record Format<T>(String expected, Function<String, Optional<T>> reader) {

    public Optional<T> read(String text) {
        return reader.apply(text.strip());
    }

    /** The same with a bound, for instance {@code "above 0"}. */
    Format<T> with(String bound, Predicate<T> within) {
        return new Format<>(expected + " " + bound, text -> reader.apply(text).filter(within));
    }

    /** Some of the values alone, with words of its own for them. */
    Format<T> only(String words, Predicate<T> allowed) {
        return new Format<>(words, text -> reader.apply(text).filter(allowed));
    }

    /** Another value made of the same text. */
    <R> Format<R> as(Function<T, R> made) {
        return new Format<>(expected, text -> reader.apply(text).map(made));
    }
}
