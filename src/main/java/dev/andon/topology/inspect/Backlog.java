package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** What waits in the ledgers of all tasks of a process, for people to see. Any thread. */
public final class Backlog {

    private final Set<Share> shares = ConcurrentHashMap.newKeySet();

    /** What waits in one ledger. Written by the thread of its task. */
    static final class Share {

        private volatile int parked;
        private volatile @Nullable Instant oldest;

        void update(int framesParked, @Nullable Instant oldestTaken) {
            parked = framesParked;
            oldest = oldestTaken;
        }
    }

    /** The share of a task that begins. */
    Share open() {
        Share share = new Share();
        shares.add(share);
        return share;
    }

    /** The task has ended. */
    void close(Share share) {
        shares.remove(share);
    }

    /** Frames of which there is only a pointer. */
    public int parked() {
        return shares.stream().mapToInt(share -> share.parked).sum();
    }

    /** How long ago the oldest frame was taken; zero where there is none. */
    public Duration age(Instant now) {
        return shares.stream().map(share -> share.oldest).filter(taken -> taken != null).min(Instant::compareTo)
                .map(taken -> Duration.between(taken, now)).orElse(Duration.ZERO);
    }
}
