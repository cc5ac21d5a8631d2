package dev.andon.ingest.trigger;

import java.time.Duration;

/**
 * What is made of the clock that stamps triggers. Its skew is measured and alarmed in any case.
 *
 * @param transport the least time that a trigger is on its way to us, at least 0: what of the lag is no skew
 * @param jitter    how much that time varies, above 0: a trigger that lags more differently is late, or its clock was set
 * @param limit     of the skew, above 0, either way: beyond it there is an alarm
 */
public record ClockSettings(Mode mode, Duration transport, Duration jitter, Duration limit) {

    /** Which time of a trigger counts. */
    public enum Mode {
        /** The one that it gives, less the skew. */
        CORRECT,
        /** The one that it gives. */
        TRUST
    }

    /** @throws IllegalArgumentException if one of them is out of its bounds */
    public ClockSettings {
        if (transport.isNegative()) {
            throw new IllegalArgumentException("transport is " + transport + ": give 0 or more");
        }
        if (!jitter.isPositive()) {
            throw new IllegalArgumentException("jitter is " + jitter + ": give more than 0");
        }
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("the limit of the skew is " + limit + ": give more than 0");
        }
    }
}
