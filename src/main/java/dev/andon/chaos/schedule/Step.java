package dev.andon.chaos.schedule;

import java.time.Duration;

/**
 * An action at its time.
 *
 * @param at         since the start of the plan
 * @param action     what is done
 * @param undisturbed whether nothing else is broken from here to the next step, so that the time until the system
 *                   works again can be measured
 */
public record Step(Duration at, Action action, boolean undisturbed) {

    /** When what it changed is undone. */
    public Duration end() {
        return at.plus(action.lasts());
    }
}
