package dev.andon.topology.source;

import dev.andon.async.Bell;

/**
 * What the tasks of a stream thread have to say in its polling for records.
 *
 * @param bell    ends the wait
 * @param pauses  of partitions
 * @param isHeard whether the consumer listens to either
 */
public record Polling(Bell bell, Pauses pauses, boolean isHeard) {

    /** That of a consumer which listens. */
    public static Polling heard(Bell bell) {
        return new Polling(bell, new Pauses(), true);
    }

    /** That of a consumer which does not. */
    public static Polling unheard() {
        return new Polling(Bell.silent(), new Pauses(), false);
    }
}
