package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.andon.topology.state.Ledger;

/**
 * The frames of one task with samples that the ledger does not know yet. What is written counts once it is committed, so that it
 * waits for a commit that is known to come, or for a second: commits that others ask for pass it over. One thread.
 */
final class NewSamples {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Set<OpenFrame> frames = new LinkedHashSet<>();
    private final Ledger ledger;
    private final InstantSource clock;

    private Instant keptAt = Instant.MIN;

    NewSamples(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A sample of the frame has come. */
    void of(OpenFrame frame) {
        frames.add(frame);
    }

    /** The frame is done with, or written by itself. */
    void forget(OpenFrame frame) {
        frames.remove(frame);
    }

    /** Keeps all where that is due; clocks may go back. */
    void keep(boolean commitComes) {
        Instant now = clock.instant();
        if (commitComes || Duration.between(keptAt, now).abs().compareTo(LONGEST) >= 0) {
            frames.forEach(frame -> ledger.put(frame.entry()));
            frames.clear();
            keptAt = now;
        }
    }
}
