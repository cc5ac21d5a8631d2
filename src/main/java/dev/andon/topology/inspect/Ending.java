package dev.andon.topology.inspect;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the tasks of a process that it is about to end in order, and whether they are prepared: a task that is closed can
 * write nothing more. Any thread.
 */
public final class Ending {

    private final Set<Share> shares = ConcurrentHashMap.newKeySet();
    private volatile boolean near;

    /** Whether one task is prepared. Written by its thread. */
    static final class Share {

        private volatile boolean prepared = true;

        void prepared(boolean isPrepared) {
            prepared = isPrepared;
        }
    }

    /** The share of a task that begins; it counts as prepared until it says otherwise. */
    Share open() {
        Share share = new Share();
        shares.add(share);
        return share;
    }

    /** The task has ended. */
    void close(Share share) {
        shares.remove(share);
    }

    /** Whether tasks are to begin nothing more. */
    boolean isNear() {
        return near;
    }

    /** From now on tasks begin nothing and prepare for the end. */
    public void announce() {
        near = true;
    }

    /** Whether every task is prepared. */
    public boolean isPrepared() {
        return shares.stream().allMatch(share -> share.prepared);
    }
}
