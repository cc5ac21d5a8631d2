package dev.andon.http;

import java.time.Duration;

/** Lets the calling thread pause; tests move their clock instead. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Pauses.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration pause) throws InterruptedException;
}
