package dev.andon.topology.state;

import org.jspecify.annotations.Nullable;

/**
 * How often work on a frame's image was begun and never came to its end. An attempt is counted before it begins, since
 * whatever ends a process leaves no time to write.
 *
 * @param count  at least 0, the one under way included
 * @param worker the process that began the last one; null before the first
 */
public record Attempts(int count, @Nullable String worker) {

    /** The frame's image was never touched. */
    public static final Attempts NONE = new Attempts(0, null);

    /** One more is about to begin in this process. */
    public Attempts begun(String process) {
        return new Attempts(count + 1, process);
    }

    /** The last one came to its end. */
    public Attempts over() {
        return new Attempts(count - 1, null);
    }

    /**
     * What the frame is charged with when a process finds it in the ledger: not with its last attempt if that began in
     * this very process, which is alive and has merely lost its task for a while.
     */
    public Attempts foundBy(String process) {
        return process.equals(worker) ? over() : this;
    }
}
