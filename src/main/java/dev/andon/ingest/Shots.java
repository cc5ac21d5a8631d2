package dev.andon.ingest;

/** Takes the pictures of one camera, in the order of their times. One thread at a time. */
@FunctionalInterface
public interface Shots {

    /**
     * Takes the next one.
     *
     * @throws InterruptedException if it has to wait, and is told not to
     */
    void take(Shot shot) throws InterruptedException;
}
