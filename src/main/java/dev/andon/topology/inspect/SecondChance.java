package dev.andon.topology.inspect;

import java.util.concurrent.atomic.AtomicBoolean;

/** What a frame has once: one that could always be taken would let a frame on which the server fails wait for ever. Any thread. */
final class SecondChance {

    private final AtomicBoolean left = new AtomicBoolean(true);

    /** Whether it was still there; it is not any more. */
    boolean take() {
        return left.getAndSet(false);
    }
}
