package dev.andon.async;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Says whose turn it is among flows that share something, by start-time fair queueing (Goyal, Vin and Cheng, "Start-time
 * fair queuing", SIGCOMM 1996, equations 4 to 6).
 *
 * <p>Each flow has a start tag: where its last work ended in virtual time, or now, whichever is later. The flow with the
 * smallest tag goes first, virtual time becomes its tag, and its next tag lies {@code cost / weight} further on. So flows
 * that always want something get shares in proportion to their weights, and one that wanted nothing for a while is
 * neither punished for what it had before nor paid for what it left.
 *
 * <p>One thread at a time.
 *
 * @param <K> flow
 */
public final class FairShares<K> {

    private static final int SMALL = 64;

    private final ToDoubleFunction<K> weights;
    private final Map<K, Double> ends = new HashMap<>();
    private double now;
    private int forgetAt = SMALL;

    /** @param weights above 0; the same for as long as a flow has work */
    public FairShares(ToDoubleFunction<K> weights) {
        this.weights = weights;
    }

    /** The start tag of the next work of a flow: the smaller, the earlier its turn. */
    public double tag(K flow) {
        return Math.max(now, ends.getOrDefault(flow, now));
    }

    /**
     * Charges a flow for work that begins.
     *
     * @param cost above 0
     */
    public void serve(K flow, double cost) {
        now = tag(flow);
        ends.put(flow, now + cost / weights.applyAsDouble(flow));
        if (ends.size() > forgetAt) {
            ends.values().removeIf(end -> end <= now);
            forgetAt = Math.max(SMALL, 2 * ends.size());
        }
    }

    /** Flows that are remembered. */
    int size() {
        return ends.size();
    }
}
