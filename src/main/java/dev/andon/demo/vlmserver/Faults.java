package dev.andon.demo.vlmserver;

import java.util.Optional;
import java.util.random.RandomGenerator;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** The fault in force. Any thread. */
final class Faults {

    private final RandomGenerator random;

    @GuardedBy("this")
    private FaultOrder order = FaultOrder.NONE;

    @GuardedBy("this")
    private long left;

    Faults(RandomGenerator random) {
        this.random = random;
    }

    synchronized void set(FaultOrder newOrder) {
        order = newOrder;
        left = newOrder.times();
    }

    /** The fault that happens to the request at hand; empty for none. */
    synchronized Optional<Fault> next() {
        if (left == 0 || random.nextDouble() >= order.share()) {
            return Optional.empty();
        }
        left = left < 0 ? left : left - 1;
        return Optional.ofNullable(order.fault());
    }
}
