package dev.andon.ingest.trigger;

import java.time.Duration;
import java.util.Optional;

/** Tells once when the skew goes beyond its limit, and once when it is clearly back. One at a time. */
final class SkewWatch {

    private final Duration limit;
    private boolean raised;

    SkewWatch(Duration limit) {
        this.limit = limit;
    }

    /** What there is to tell, if anything; over is what is at most three quarters of the limit. */
    Optional<JoinEvent.SkewAlarm> look(Duration skew) {
        Duration bound = raised ? limit.multipliedBy(3).dividedBy(4) : limit;
        boolean beyond = skew.abs().compareTo(bound) > 0;
        if (beyond == raised) {
            return Optional.empty();
        }
        raised = beyond;
        return Optional.of(new JoinEvent.SkewAlarm(raised, skew, limit));
    }
}
