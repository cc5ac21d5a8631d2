package dev.andon.ingest.cameras;

/** What brings the pictures of a camera to the topic. One thread runs and closes it. */
interface Feed extends AutoCloseable {

    /**
     * Brings pictures until there are none any more, or for ever.
     *
     * @throws InterruptedException if the thread is interrupted: the only end of most
     */
    void run() throws InterruptedException;

    /** Waits a little for what is under way. */
    @Override
    void close();
}
