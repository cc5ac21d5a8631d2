package dev.andon.chaos;

import java.time.Instant;
import java.util.Set;

/**
 * A processor instance that was killed while it worked, as {@code kill -9} does: from here on results are missing on its
 * partitions until it, or another one, goes on with them.
 *
 * @param kind        who is expected to go on
 * @param instance    name of the instance that was killed
 * @param killed      when
 * @param partitions  of {@code frames} that it may have worked on; all of them where that is not known
 * @param undisturbed whether nothing else was broken between the kill and {@code until}: only then does the time to the
 *                    next result say something of the program
 * @param until       when the next disturbance began, or the run ended: a result after it says nothing
 */
public record Outage(Kind kind, String instance, Instant killed, Set<Integer> partitions, boolean undisturbed,
        Instant until) {

    /** Who goes on with the partitions of the killed instance. */
    public enum Kind {

        /** The same instance, started again at once on the state that it left. */
        RESTART,

        /** The other instances: it stays down. */
        TAKEOVER
    }

    public Outage {
        partitions = Set.copyOf(partitions);
    }
}
