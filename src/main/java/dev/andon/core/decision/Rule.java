package dev.andon.core.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One rule of the method: holds a frame, or lets it pass to the next rule. Pure.
 *
 * @param <T> what the rule looks at
 */
@FunctionalInterface
interface Rule<T> {

    /** Why the frame is held; empty where it passes. */
    Optional<Hold> check(T facts);

    /** What the first rule says that does not let the frame pass; empty where all do. */
    static <T> Optional<Hold> first(List<Rule<T>> rules, T facts) {
        for (Rule<T> rule : rules) {
            Optional<Hold> hold = rule.check(facts);
            if (hold.isPresent()) {
                return hold;
            }
        }
        return Optional.empty();
    }

    /**
     * Why a frame is held.
     *
     * @param detail one sentence for people, with the values
     */
    record Hold(Reason reason, String detail) {

        static Optional<Hold> when(boolean held, Reason reason, Supplier<String> detail) {
            return held ? Optional.of(new Hold(reason, detail.get())) : Optional.empty();
        }
    }
}
