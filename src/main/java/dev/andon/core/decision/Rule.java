package dev.andon.core.decision;

import java.util.List;
import java.util.Optional;

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
        return rules.stream().flatMap(rule -> rule.check(facts).stream()).findFirst();
    }

    /**
     * Why a frame is held.
     *
     * @param detail one sentence for people, with the values
     */
    record Hold(Reason reason, String detail) {

        static Optional<Hold> when(boolean held, Reason reason, String detail) {
            return held ? Optional.of(new Hold(reason, detail)) : Optional.empty();
        }
    }
}
