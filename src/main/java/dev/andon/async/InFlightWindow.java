package dev.andon.async;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * Bounds what is under way at once, by items and by bytes. Shared by all tasks of a process; any thread.
 *
 * <p>Each task enters by an {@link Entrance} of its own, with items of several flows, which take turns by
 * {@link FairShares} over all tasks. An entrance that found no place waits with the turn of the flow that it came for: what
 * becomes free goes to the one whose turn it is, however often others look.
 *
 * <p>Items and bytes are given back apart: an item when its work is done, its bytes when nothing refers to them any
 * more. So work that is done but has to wait for its turn never takes the place of work that could go on.
 */
public final class InFlightWindow {

    private final int maxItems;
    private final long maxBytes;

    @GuardedBy("this")
    private final Map<Entrance, Double> waiting = new LinkedHashMap<>();

    @GuardedBy("this")
    private final FairShares<String> shares;

    @GuardedBy("this")
    private int items;

    @GuardedBy("this")
    private int itemsAside;

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private int reservations;

    /**
     * An empty window.
     *
     * @param maxItems at least 1
     * @param maxBytes at least 1
     * @param weights  of flows, above 0
     */
    public InFlightWindow(int maxItems, long maxBytes, ToDoubleFunction<String> weights) {
        this.shares = new FairShares<>(weights);
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
    }

    /** An entrance for one task. */
    public Entrance entrance() {
        return new Entrance();
    }

    /** From now on nobody enters but who has a reservation: one at a time, when nothing else is under way. */
    public synchronized Reservation reserve() {
        reservations++;
        return new Reservation();
    }

    /** Items under way in places. */
    public synchronized int items() {
        return items;
    }

    /** Bytes held. */
    public synchronized long bytes() {
        return bytes;
    }

    /**
     * Sorts by whose turn it is; among equals the order stays.
     *
     * @param flow of an item
     */
    public synchronized <T> List<T> inTurn(Collection<T> all, Function<T, String> flow) {
        FairShares<String> turns = shares;
        return all.stream().sorted(Comparator.comparingDouble(item -> turns.tag(flow.apply(item)))).toList();
    }

    private synchronized Optional<Pass> tryEnter(Entrance entrance, String flow, long size, boolean first) {
        double turn = waiting.merge(entrance, shares.tag(flow), Math::min);
        if (reservations > 0 || items + ahead(entrance, turn) >= maxItems || !(first || fits(size))) {
            return Optional.empty();
        }
        waiting.remove(entrance);
        shares.serve(flow, 1);
        items++;
        bytes += size;
        return Optional.of(new Pass(size, false));
    }

    private synchronized Optional<Pass> tryEnterAside(String flow, long size, boolean first) {
        if (itemsAside >= maxItems || reservations > 0 || !(first || fits(size))) {
            return Optional.empty();
        }
        shares.serve(flow, 1);
        itemsAside++;
        bytes += size;
        return Optional.of(new Pass(size, true));
    }

    private synchronized void stopWaiting(Entrance entrance) {
        waiting.remove(entrance);
    }

    /** How many wait whose turn is before: among equals those that came before. */
    @GuardedBy("this")
    private int ahead(Entrance entrance, double turn) {
        int ahead = 0;
        boolean later = false;
        for (Map.Entry<Entrance, Double> other : waiting.entrySet()) {
            later |= other.getKey() == entrance;
            if (other.getValue() < turn || (other.getValue() == turn && !later)) {
                ahead++;
            }
        }
        return ahead;
    }

    @GuardedBy("this")
    private boolean fits(long size) {
        return bytes == 0 || bytes + size <= maxBytes;
    }

    private synchronized Optional<Pass> tryEnterAlone(long size) {
        if (items + itemsAside > 0) {
            return Optional.empty();
        }
        items++;
        bytes += size;
        return Optional.of(new Pass(size, false));
    }

    private synchronized void leaveReservation() {
        reservations--;
    }

    private synchronized void leaveItem(boolean aside) {
        if (aside) {
            itemsAside--;
        } else {
            items--;
        }
    }

    private synchronized void leaveBytes(AtomicLong held) {
        bytes -= held.getAndSet(0);
    }

    private synchronized boolean tryGrow(AtomicLong held, long more, boolean first) {
        boolean grows = first || bytes == held.get() || bytes + more <= maxBytes;
        if (grows) {
            bytes += more;
            held.addAndGet(more);
        }
        return grows;
    }

    /** Where the work of one task enters. Any thread. */
    public final class Entrance implements AutoCloseable {

        private Entrance() {}

        /** Enters if there is room; something larger than the whole window enters when no bytes are held. */
        public Optional<Pass> tryEnter(String flow, long size) {
            return InFlightWindow.this.tryEnter(this, flow, size, false);
        }

        /**
         * Enters if there is room for an item, whatever its bytes: for the oldest work of a task, for which everything
         * else waits. Otherwise finished work that waits for it could hold the bytes that it needs.
         */
        public Optional<Pass> tryEnterFirst(String flow, long size) {
            return InFlightWindow.this.tryEnter(this, flow, size, true);
        }

        /**
         * Enters beside the places, of which there are as many again: for short work that must not wait for long work.
         *
         * @param first whether its bytes do not matter, as with {@link #tryEnterFirst}
         */
        public Optional<Pass> tryEnterAside(String flow, long size, boolean first) {
            return InFlightWindow.this.tryEnterAside(flow, size, first);
        }

        /** Nothing waits here any more: others need not wait for it. */
        public void stopWaiting() {
            InFlightWindow.this.stopWaiting(this);
        }

        @Override
        public void close() {
            stopWaiting();
        }
    }

    /** The right to be under way alone. It can be given back more than once; the first time counts. Any thread. */
    public final class Reservation {

        private final AtomicBoolean held = new AtomicBoolean(true);

        private Reservation() {}

        /** Enters if nothing is under way, whatever its bytes. */
        public Optional<Pass> tryEnter(long size) {
            return tryEnterAlone(size);
        }

        /** Others may enter again. */
        public void release() {
            if (held.getAndSet(false)) {
                leaveReservation();
            }
        }
    }

    /** The right to be under way. Both parts can be given back more than once; the first time counts. Any thread. */
    public final class Pass {

        private final boolean aside;
        private final AtomicBoolean itemHeld = new AtomicBoolean(true);
        private final AtomicLong bytesHeld;

        private Pass(long size, boolean aside) {
            this.bytesHeld = new AtomicLong(size);
            this.aside = aside;
        }

        /**
         * Holds more bytes, if there is room for them or nobody else holds any. Not to be asked of one that gave its
         * bytes back.
         *
         * @param first whether the room does not matter, as with {@link Entrance#tryEnterFirst}
         * @return whether it does
         */
        public boolean tryGrow(long more, boolean first) {
            return InFlightWindow.this.tryGrow(bytesHeld, more, first);
        }

        /** The work is done. */
        public void releaseItem() {
            if (itemHeld.getAndSet(false)) {
                leaveItem(aside);
            }
        }

        /** The bytes are no longer referred to. */
        public void releaseBytes() {
            leaveBytes(bytesHeld);
        }

        /** Both. */
        public void release() {
            releaseItem();
            releaseBytes();
        }
    }
}
