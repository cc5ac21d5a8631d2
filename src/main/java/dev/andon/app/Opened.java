package dev.andon.app;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parts that were opened one after the other. Closing it closes them, the last one first, unless somebody else has taken
 * that over. One thread.
 */
final class Opened implements AutoCloseable {

    /** What is closed without a checked exception. */
    interface Part extends AutoCloseable {
        @Override
        void close();
    }

    private final Deque<Part> parts = new ArrayDeque<>();

    void add(Part part) {
        parts.push(part);
    }

    /** The parts so far, now in the care of the caller. */
    Opened handOver() {
        Opened all = new Opened();
        all.parts.addAll(parts);
        parts.clear();
        return all;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }
}
