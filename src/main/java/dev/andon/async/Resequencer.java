package dev.andon.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Items in lanes: within a lane they are started in order, worked on concurrently, and released in order. One thread.
 *
 * <pre>
 *            starting            started            done               releasable
 *  WAITING ────────────▶ STARTING ────────▶ STARTED ────▶ DONE ── once all before it in its lane are done ──▶ out
 *     ▲                     │                 │
 *     └──── postponed ──────┴─── withdrawn ───┘
 * </pre>
 *
 * Only the first item of a lane that is not yet started can be starting, so whatever starting decides (is it a
 * repetition? which policy applies?) is decided in order.
 *
 * @param <K> lane
 * @param <T> item
 * @param <R> result
 */
public final class Resequencer<K, T, R> {

    private enum State {
        WAITING, STARTING, STARTED, DONE
    }

    /** The place of an item. */
    public static final class Slot<K, T, R> {

        private final K lane;
        private final long ordinal;
        private final T item;
        private State state = State.WAITING;
        private @Nullable R result;

        private Slot(K lane, long ordinal, T item) {
            this.lane = lane;
            this.ordinal = ordinal;
            this.item = item;
        }

        public T item() {
            return item;
        }

        /** Whether starting is over, one way or another. */
        public boolean isStarted() {
            return state == State.STARTED || state == State.DONE;
        }
    }

    /** An item with what came of it. */
    public record Released<T, R>(T item, R result) {}

    private static final class Lane<K, T, R> {
        private final Deque<Slot<K, T, R>> unreleased = new ArrayDeque<>();
        private final TreeMap<Long, Slot<K, T, R>> unstarted = new TreeMap<>();
    }

    private final Map<K, Lane<K, T, R>> lanes = new HashMap<>();
    private final TreeMap<Long, Slot<K, T, R>> open = new TreeMap<>();
    private final TreeMap<Long, Slot<K, T, R>> startable = new TreeMap<>();
    private int unstarted;

    /**
     * Puts an item at the end of its lane.
     *
     * @param ordinal greater than that of every item before it, over all lanes
     */
    public Slot<K, T, R> append(K lane, long ordinal, T item) {
        Slot<K, T, R> slot = new Slot<>(lane, ordinal, item);
        Lane<K, T, R> queue = lanes.computeIfAbsent(lane, any -> new Lane<>());
        queue.unreleased.add(slot);
        queue.unstarted.put(ordinal, slot);
        open.put(ordinal, slot);
        unstarted++;
        offerFirst(queue);
        return slot;
    }

    /** The items that can be started now, oldest first: at most one a lane. A copy. */
    public Collection<Slot<K, T, R>> startable() {
        return List.copyOf(startable.values());
    }

    /** Whether {@code slot} is the oldest of all lanes. */
    public boolean isOldest(Slot<K, T, R> slot) {
        return !open.isEmpty() && open.firstEntry().getValue() == slot;
    }

    /** Starting has begun: the lane waits for it. */
    public void starting(Slot<K, T, R> slot) {
        move(slot, State.WAITING, State.STARTING);
        startable.remove(slot.ordinal);
    }

    /** Starting could not be finished: it can be tried again. */
    public void postponed(Slot<K, T, R> slot) {
        move(slot, State.STARTING, State.WAITING);
        offerFirst(laneOf(slot));
    }

    /** The work goes on elsewhere: the next item of the lane can be started. */
    public void started(Slot<K, T, R> slot) {
        move(slot, State.STARTING, State.STARTED);
        Lane<K, T, R> lane = laneOf(slot);
        lane.unstarted.remove(slot.ordinal);
        unstarted--;
        offerFirst(lane);
    }

    /** The work has come to nothing: it is to be started again, before the later items of its lane that are not. */
    public void withdrawn(Slot<K, T, R> slot) {
        move(slot, State.STARTED, State.WAITING);
        Lane<K, T, R> lane = laneOf(slot);
        if (!lane.unstarted.isEmpty()) {
            Slot<K, T, R> first = lane.unstarted.firstEntry().getValue();
            if (first.ordinal > slot.ordinal) {
                startable.remove(first.ordinal);
            }
        }
        lane.unstarted.put(slot.ordinal, slot);
        unstarted++;
        offerFirst(lane);
    }

    /** The work is done: everything of its lane that can go out now, in order. */
    public List<Released<T, R>> done(Slot<K, T, R> slot, R result) {
        move(slot, State.STARTED, State.DONE);
        slot.result = result;
        return release(slot.lane, laneOf(slot));
    }

    /** The items that are not yet released, oldest first. A copy. */
    public List<T> items() {
        return open.values().stream().map(Slot::item).toList();
    }

    /** The oldest item that is not yet released; null if there is none. */
    public @Nullable T oldest() {
        return open.isEmpty() ? null : open.firstEntry().getValue().item();
    }

    /** How many items are not yet started. */
    public int unstarted() {
        return unstarted;
    }

    /** How many items of the lane of {@code slot} are not yet started. */
    public int unstartedBeside(Slot<K, T, R> slot) {
        return laneOf(slot).unstarted.size();
    }

    /** How many items are not yet released. */
    public int size() {
        return open.size();
    }

    private List<Released<T, R>> release(K key, Lane<K, T, R> lane) {
        List<Released<T, R>> out = new ArrayList<>();
        for (Slot<K, T, R> head = lane.unreleased.peek(); head != null && head.result != null; head = lane.unreleased
                .peek()) {
            out.add(new Released<>(head.item, head.result));
            lane.unreleased.remove();
            open.remove(head.ordinal);
        }
        if (lane.unreleased.isEmpty()) {
            lanes.remove(key);
        }
        return out;
    }

    private void offerFirst(Lane<K, T, R> lane) {
        if (lane.unstarted.isEmpty()) {
            return;
        }
        Slot<K, T, R> first = lane.unstarted.firstEntry().getValue();
        if (first.state == State.WAITING) {
            startable.put(first.ordinal, first);
        }
    }

    private Lane<K, T, R> laneOf(Slot<K, T, R> slot) {
        Lane<K, T, R> lane = lanes.get(slot.lane);
        if (lane == null) {
            throw new IllegalStateException("item " + slot.ordinal + " was released before");
        }
        return lane;
    }

    private static void move(Slot<?, ?, ?> slot, State from, State to) {
        if (slot.state != from) {
            throw new IllegalStateException("item " + slot.ordinal + " is " + slot.state + ", not " + from);
        }
        slot.state = to;
    }
}
