package dev.andon.app;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Gives the metrics of the shadow names of their own ({@code andon.shadow.frames.decided}): sums and alarms over what is decided
 * know nothing of it.
 */
final class ShadowNames implements MeterFilter {

    private static final String OURS = "andon.";

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith(OURS)
                ? id.withName(OURS + "shadow." + id.getName().substring(OURS.length()))
                : id;
    }
}
