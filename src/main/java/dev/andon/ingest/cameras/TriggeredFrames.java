package dev.andon.ingest.cameras;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.andon.ingest.Shot;
import dev.andon.ingest.Shots;
import dev.andon.ingest.trigger.JoinEvent;
import dev.andon.ingest.trigger.TriggeredCamera;

/** Lets only those pictures become frames that triggers ask for. One thread takes, another one looks now and then. */
final class TriggeredFrames implements Shots {

    /** How late a trigger is decided where no pictures come. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final TriggeredCamera camera;
    private final CameraFrames frames;
    private final Consumer<JoinEvent> others;

    /** @param others hears of everything that comes of triggers and pictures, but of pictures that were chosen */
    TriggeredFrames(TriggeredCamera camera, CameraFrames frames, Consumer<JoinEvent> others) {
        this.camera = camera;
        this.frames = frames;
        this.others = others;
    }

    /** Runs what brings the pictures. At its end, triggers that wait are decided with the pictures that there are. */
    void run(BufferedFeed.Source source) throws InterruptedException {
        Thread looking = Thread.ofVirtual().name("triggers").start(this::look);
        try {
            source.run();
        } finally {
            looking.interrupt();
            tell(camera.leave());
        }
    }

    @Override
    public void take(Shot shot) throws InterruptedException {
        tell(camera.take(shot));
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                tell(camera.look());
            }
        } catch (InterruptedException e) {
            // It is over.
        }
    }

    /** One at a time, so that frames stay in order. */
    private synchronized void tell(List<JoinEvent> events) throws InterruptedException {
        for (JoinEvent event : events) {
            if (event instanceof JoinEvent.Joined joined) {
                frames.take(joined.shot(), _ -> joined.trigger().frameId(), joined.trigger().particulars());
            } else {
                others.accept(event);
            }
        }
    }
}
