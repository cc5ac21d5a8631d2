package dev.andon.ingest.cameras;

import java.io.IOException;
import java.time.Duration;

import dev.andon.config.CameraConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A camera with a thread of its own, which begins anew whatever happens, until it is ended. Any thread. */
final class RunningCamera {

    private static final Logger LOG = LoggerFactory.getLogger(RunningCamera.class);

    /** After what was no fault of the camera. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final CameraConfig config;
    private final Feeds feeds;
    private final CameraLog log;
    private final Thread thread;

    private RunningCamera(CameraConfig config, Feeds feeds, CameraLog log) {
        this.config = config;
        this.feeds = feeds;
        this.log = log;
        this.thread = Thread.ofPlatform().name("camera " + config.camera()).unstarted(this::run);
    }

    static RunningCamera start(CameraConfig config, Feeds feeds, CameraLog log) {
        RunningCamera camera = new RunningCamera(config, feeds, log);
        camera.thread.start();
        return camera;
    }

    CameraConfig config() {
        return config;
    }

    CameraLog log() {
        return log;
    }

    /** Whether it came to an end, or was ended. */
    boolean isOver() {
        return !thread.isAlive();
    }

    /** Tells it to end. */
    void end() {
        thread.interrupt();
    }

    /** Waits until it has. */
    void await() throws InterruptedException {
        thread.join();
    }

    private void run() {
        try {
            while (!config.maintenance()) {
                if (feed()) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            // It is to end.
        }
    }

    /** @return whether it came to an end by itself */
    private boolean feed() throws InterruptedException {
        try (Feed feed = feeds.open(config, log)) {
            feed.run();
            return true;
        } catch (IOException e) {
            log.offline("cannot_start", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("camera", config.camera()).setCause(e).log("a camera failed");
            log.offline("failed", e.toString());
        }
        return false;
    }
}
