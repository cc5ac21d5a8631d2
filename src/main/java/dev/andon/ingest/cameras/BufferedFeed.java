package dev.andon.ingest.cameras;

import dev.andon.ingest.buffer.FrameBuffer;

/** Brings pictures to a buffer, from which they go on by themselves. */
final class BufferedFeed implements Feed {

    /** Takes pictures until there are none any more. */
    interface Source {
        void run() throws InterruptedException;
    }

    private final Source source;
    private final FrameBuffer buffer;

    /** @param buffer closed together with this */
    BufferedFeed(Source source, FrameBuffer buffer) {
        this.source = source;
        this.buffer = buffer;
    }

    @Override
    public void run() throws InterruptedException {
        source.run();
    }

    @Override
    public void close() {
        buffer.close();
    }
}
