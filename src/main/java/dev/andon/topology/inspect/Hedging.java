package dev.andon.topology.inspect;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * Decides when a frame asks for one sample more because its last one is late, and how often that may be. Each question
 * earns a share of an extra one; what is earned is bounded, so that a time in which everything is late costs no more than
 * the share either. Any thread.
 */
public final class Hedging {

    /** Extra questions that may follow each other at once after a quiet time. */
    private static final double MOST_SAVED = 20;

    private final double lateness;
    private final double maxShare;

    @GuardedBy("this")
    private double saved;

    /**
     * Nothing is earned yet.
     *
     * @param lateness a sample is late when it has taken so many times as long as the slowest of its frame's others; above
     *                 1
     * @param maxShare extra questions per question; 0 for never, up to 1
     */
    public Hedging(double lateness, double maxShare) {
        this.lateness = lateness;
        this.maxShare = maxShare;
    }

    /** How many times as long as the others a sample may take. */
    double lateness() {
        return lateness;
    }

    /** Some samples were asked for in the ordinary way. */
    synchronized void asked(int samples) {
        saved = Math.min(MOST_SAVED, saved + maxShare * samples);
    }

    /** Whether one more may be asked for; it is taken as asked. */
    synchronized boolean tryAsk() {
        if (saved < 1) {
            return false;
        }
        saved--;
        return true;
    }
}
