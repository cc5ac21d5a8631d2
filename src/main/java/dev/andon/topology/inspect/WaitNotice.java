package dev.andon.topology.inspect;

import dev.andon.core.frame.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once, not for each frame and second, that frames wait for something that is away. One thread. */
final class WaitNotice {

    private static final Logger LOG = LoggerFactory.getLogger(WaitNotice.class);

    private boolean waiting;

    void waits(Position position, String detail) {
        if (waiting) {
            LOG.debug("{} waits: {}", position, detail);
        } else {
            LOG.warn("{} waits, and others may after it: {}", position, detail);
        }
        waiting = true;
    }

    void goesOn() {
        if (waiting) {
            LOG.info("waiting frames go on");
        }
        waiting = false;
    }
}
