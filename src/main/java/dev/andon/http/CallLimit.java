package dev.andon.http;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;

/**
 * How many calls may be under way at one endpoint: at first as many as are allowed at most, fewer after calls that were too
 * many, more again after calls that were not. Additive increase, multiplicative decrease (Chiu and Jain, "Analysis of the
 * increase and decrease algorithms for congestion avoidance in computer networks", 1989), of which the library does the
 * arithmetic and this class picks the calls that count.
 *
 * <p>A call that is too many lowers the limit by a tenth. Of a rush, only as many count as the limit did not exclude by
 * then: one that began beyond it is what the limit was lowered for already.
 *
 * <p>A call that is answered raises the limit by one if it took the last place, and took it after the limit was lowered. So
 * a limit that is not used does not grow, and one that was reached anew is tried for the length of a call before it is
 * exceeded. Beyond the level where it was lowered last, every answered call that took a place there counts. So from wherever an
 * outage left it the limit comes back by doubling, once in the time of a call.
 *
 * <p>Knows no time. One thread at a time; the value, any thread.
 */
final class CallLimit {

    /**
     * What is known of a call when it begins.
     *
     * @param number of the call at its endpoint
     * @param rank   calls under way by then, itself included
     */
    record Ticket(long number, int rank) {}

    private final Limit limit;
    private long calls;
    private long callsBeforeCut;
    private int cutAt;

    /**
     * A limit at its upper bound.
     *
     * @param least at least 1
     * @param most  at least {@code least}; equal for a limit that stays
     */
    CallLimit(int least, int most) {
        this.limit = AIMDLimit.newBuilder().minLimit(least).initialLimit(most).maxLimit(most).build();
        this.cutAt = most;
    }

    int value() {
        return limit.getLimit();
    }

    /** A call begins. */
    Ticket begin(int rank) {
        return new Ticket(++calls, rank);
    }

    /** The call was answered. */
    void answered(Ticket call) {
        boolean tells = call.rank() == value() || call.rank() > cutAt;
        if (tells && call.number() > callsBeforeCut) {
            limit.onSample(0, 0, value(), false);
        }
    }

    /** The call was one too many. */
    void overloaded(Ticket call) {
        if (!excludes(call)) {
            cutAt = value();
            callsBeforeCut = calls;
            limit.onSample(0, 0, value(), true);
        }
    }

    /** Whether the call would not begin now. */
    boolean excludes(Ticket call) {
        return call.rank() > value();
    }
}
