package dev.andon.topology.source;

import dev.andon.async.Bell;

/**
 * What the tasks of a stream thread have to say in its polling for records.
 *
 * @param bell   ends the wait
 * @param intake says what is left alone
 */
public record Polling(Bell bell, Intake intake) {

    /** That of a consumer which does not listen. */
    public static Polling unheard() {
        return new Polling(Bell.silent(), new Intake());
    }
}
