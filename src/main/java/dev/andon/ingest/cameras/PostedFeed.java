package dev.andon.ingest.cameras;

import java.util.concurrent.CountDownLatch;

/** Lets the log of a camera hear of its images, which others bring to the door. */
final class PostedFeed implements Feed {

    private final KnownCameras known;
    private final CameraLog log;

    PostedFeed(KnownCameras known, CameraLog log) {
        this.known = known;
        this.log = log;
    }

    @Override
    public void run() throws InterruptedException {
        known.hear(log);
        log.online();
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        known.forget(log);
    }
}
