package dev.andon.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Items of several flows that wait: flows take turns by {@link FairShares}, and within a flow who came first goes first.
 * One thread at a time.
 *
 * @param <K> flow
 * @param <T> item
 */
public final class FairQueue<K, T> {

    private record Waiting<T>(long arrival, T item) {}

    private final Map<K, Deque<Waiting<T>>> flows = new HashMap<>();
    private final FairShares<K> shares;
    private long arrivals;
    private int size;

    /** @param weights above 0 */
    public FairQueue(ToDoubleFunction<K> weights) {
        this.shares = new FairShares<>(weights);
    }

    /** Puts an item at the end of its flow. */
    public void add(K flow, T item) {
        flows.computeIfAbsent(flow, any -> new ArrayDeque<>()).add(new Waiting<>(arrivals++, item));
        size++;
    }

    /** Takes out an item that no longer wants to wait; whether it was there. */
    public boolean remove(K flow, T item) {
        for (Iterator<Waiting<T>> queue = queueOf(flow).iterator(); queue.hasNext();) {
            if (queue.next().item().equals(item)) {
                queue.remove();
                shrink(flow);
                return true;
            }
        }
        return false;
    }

    /**
     * Takes out the first item that may go, and charges its flow for it.
     *
     * @param mayGo is asked of the items in their order until it says yes
     */
    public Optional<T> take(Predicate<T> mayGo) {
        for (K flow : inTurn()) {
            for (Iterator<Waiting<T>> queue = queueOf(flow).iterator(); queue.hasNext();) {
                T item = queue.next().item();
                if (mayGo.test(item)) {
                    queue.remove();
                    shrink(flow);
                    shares.serve(flow, 1);
                    return Optional.of(item);
                }
            }
        }
        return Optional.empty();
    }

    /** Takes out everything, without charging anybody. */
    public List<T> drain() {
        List<T> all = flows.values().stream().flatMap(Deque::stream)
                .sorted(Comparator.comparingLong(Waiting::arrival)).map(Waiting::item).toList();
        flows.clear();
        size = 0;
        return all;
    }

    /** Items that wait. */
    public int size() {
        return size;
    }

    private List<K> inTurn() {
        List<K> turns = new ArrayList<>(flows.keySet());
        if (turns.size() > 1) {
            turns.sort(Comparator.<K>comparingDouble(shares::tag)
                    .thenComparingLong(flow -> queueOf(flow).getFirst().arrival()));
        }
        return turns;
    }

    private Deque<Waiting<T>> queueOf(K flow) {
        return flows.getOrDefault(flow, new ArrayDeque<>());
    }

    private void shrink(K flow) {
        size--;
        if (queueOf(flow).isEmpty()) {
            flows.remove(flow);
        }
    }
}
