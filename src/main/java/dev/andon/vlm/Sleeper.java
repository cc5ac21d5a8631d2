package dev.andon.vlm;

import java.time.Duration;

/** Lets the calling thread pause; tests move their clock instead. */
@FunctionalInterface
interface Sleeper {

    /**
     * Pauses.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration pause) throws InterruptedException;
}
