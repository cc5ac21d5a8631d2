package dev.andon.async;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * Bounds what is under way at once, by items and by bytes. Shared by all tasks of a process; any thread.
 *
 * <p>Items and bytes are given back apart: an item when its work is done, its bytes when nothing refers to them any
 * more. So work that is done but has to wait for its turn never takes the place of work that could go on.
 */
public final class InFlightWindow {

    private final int maxItems;
    private final long maxBytes;

    @GuardedBy("this")
    private int items;

    @GuardedBy("this")
    private int itemsAside;

    @GuardedBy("this")
    private long bytes;

    /**
     * An empty window.
     *
     * @param maxItems at least 1
     * @param maxBytes at least 1
     */
    public InFlightWindow(int maxItems, long maxBytes) {
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
    }

    /** Enters if there is room; something larger than the whole window enters when no bytes are held. */
    public synchronized Optional<Pass> tryEnter(long size) {
        return items < maxItems && fits(size) ? Optional.of(enter(size)) : Optional.empty();
    }

    /**
     * Enters if there is room for an item, whatever its bytes: for the oldest work of a task, for which everything else
     * waits. Otherwise finished work that waits for it could hold the bytes that it needs.
     */
    public synchronized Optional<Pass> tryEnterFirst(long size) {
        return items < maxItems ? Optional.of(enter(size)) : Optional.empty();
    }

    /**
     * Enters beside the places, of which there are as many again: for short work that must not wait for long work.
     *
     * @param first whether its bytes do not matter, as with {@link #tryEnterFirst}
     */
    public synchronized Optional<Pass> tryEnterAside(long size, boolean first) {
        if (itemsAside >= maxItems || !(first || fits(size))) {
            return Optional.empty();
        }
        itemsAside++;
        bytes += size;
        return Optional.of(new Pass(size, true));
    }

    /** Items under way in places. */
    public synchronized int items() {
        return items;
    }

    /** Bytes held. */
    public synchronized long bytes() {
        return bytes;
    }

    @GuardedBy("this")
    private boolean fits(long size) {
        return bytes == 0 || bytes + size <= maxBytes;
    }

    @GuardedBy("this")
    private Pass enter(long size) {
        items++;
        bytes += size;
        return new Pass(size, false);
    }

    private synchronized void leaveItem(boolean aside) {
        if (aside) {
            itemsAside--;
        } else {
            items--;
        }
    }

    private synchronized void leaveBytes(long size) {
        bytes -= size;
    }

    /** The right to be under way. Both parts can be given back more than once; the first time counts. Any thread. */
    public final class Pass {

        private final long size;
        private final boolean aside;
        private final AtomicBoolean itemHeld = new AtomicBoolean(true);
        private final AtomicBoolean bytesHeld = new AtomicBoolean(true);

        private Pass(long size, boolean aside) {
            this.size = size;
            this.aside = aside;
        }

        /** The work is done. */
        public void releaseItem() {
            if (itemHeld.getAndSet(false)) {
                leaveItem(aside);
            }
        }

        /** The bytes are no longer referred to. */
        public void releaseBytes() {
            if (bytesHeld.getAndSet(false)) {
                leaveBytes(size);
            }
        }

        /** Both. */
        public void release() {
            releaseItem();
            releaseBytes();
        }
    }
}
