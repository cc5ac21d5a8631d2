package dev.andon.ingest.cameras;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.andon.config.CameraConfig;
import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.core.camera.EventKind;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.ingest.Shot;
import dev.andon.ingest.buffer.Announcement;
import dev.andon.ingest.buffer.BufferListener;
import dev.andon.ingest.buffer.BufferStatus;
import dev.andon.ingest.buffer.Drop;
import dev.andon.ingest.buffer.FrameBuffer;
import dev.andon.ingest.folder.FolderIngest;
import dev.andon.ingest.trigger.JoinEvent;
import dev.andon.ingest.watch.CameraMeters;
import dev.andon.ingest.watch.CameraWatch;
import dev.andon.ingest.watch.Carried;
import dev.andon.ingest.watch.WatchPolicy;
import dev.andon.metrics.Recorder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hears everything of one camera, and tells it: people by the log, everybody by events, operators by metrics. Any thread.
 */
public final class CameraLog {

    private static final Logger LOG = LoggerFactory.getLogger(CameraLog.class);

    private final CameraConfig camera;
    private final WatchPolicy policy;
    private final CameraWatch watch;
    private final CameraMeters meters;
    private final Consumer<List<CameraEvent>> events;
    private final InstantSource clock;
    private final AtomicLong published = new AtomicLong();
    private volatile @Nullable Supplier<BufferStatus> buffer;
    private volatile @Nullable Offline offline;
    private Instant lastNew = Instant.MIN;

    /** Why no pictures come. */
    public record Offline(String label, String detail) {}

    /** @param events takes them; never waits */
    public CameraLog(CameraConfig camera, Consumer<List<CameraEvent>> events, Recorder recorder, InstantSource clock) {
        this.camera = camera;
        this.events = events;
        this.clock = clock;
        this.policy = WatchPolicy.USUAL.expecting(camera.expectedRate()).inMaintenance(camera.maintenance());
        this.watch = new CameraWatch(Sources.origin(camera), policy, this::carried, clock);
        this.meters = CameraMeters.of(watch, recorder, clock);
    }

    public String camera() {
        return camera.camera();
    }

    public CameraState state() {
        return watch.state();
    }

    public CameraStatus status() {
        return watch.status();
    }

    /** Why no pictures come; null where they do. */
    public @Nullable Offline offline() {
        return offline;
    }

    /** To be called about once a second: tells what is new. */
    public void look() {
        tell(watch.look());
    }

    void online() {
        offline = null;
        watch.online();
    }

    void offline(String label, String detail) {
        offline = new Offline(label, detail);
        watch.offline(label, detail);
    }

    /**
     * Nobody brings its pictures any more.
     *
     * @param forGood whether nobody will
     */
    void ended(boolean forGood) {
        tell(forGood ? watch.removed() : watch.look());
        meters.close();
    }

    /** Whoever carries its frames from now on. */
    void carriedBy(Supplier<BufferStatus> status) {
        buffer = status;
    }

    /** What stands before a buffer, and lets all pictures pass. */
    CameraFrames.Out before(FrameBuffer next) {
        return new Gate(next, false);
    }

    /** Likewise, without those that a frozen camera gives again and again. */
    CameraFrames.Out beforeWithoutFrozen(FrameBuffer next) {
        return new Gate(next, true);
    }

    BufferListener ofBuffer() {
        return new BufferListener() {
            @Override
            public void published(Frame frame, Position position) {
                // The buffer counts them.
            }

            @Override
            public void dropped(Frame frame, Drop drop) {
                // It counts and announces them.
            }

            @Override
            public void announced(Announcement announcement) {
                if (announcement instanceof Announcement.Dropped) {
                    tell(EventKind.FRAMES_DROPPED, announcement.text());
                } else {
                    LOG.atWarn().addKeyValue("camera", camera.camera()).log(announcement.text());
                }
            }
        };
    }

    /** Something came of triggers and pictures, other than a frame. */
    void heard(JoinEvent event) {
        switch (event) {
            case JoinEvent.Joined _ -> {
                // It is a frame, which is counted where it goes.
            }
            case JoinEvent.TriggerWithoutFrame none -> tell(EventKind.TRIGGER_WITHOUT_FRAME,
                    "no picture for the trigger of " + none.trigger().at() + ": " + none.detail());
            case JoinEvent.FramesWithoutTrigger none -> tell(EventKind.FRAME_WITHOUT_TRIGGER,
                    none.count() + " pictures from " + none.first() + " to " + none.last() + " have no trigger");
            case JoinEvent.SkewAlarm alarm -> tell(EventKind.CLOCK_SKEW, "the clock of the triggers is "
                    + alarm.skew().toMillis() + " ms ahead of ours, " + (alarm.raised() ? "more" : "less")
                    + " than the "
                    + alarm.limit().toMillis() + " ms that are allowed");
        }
    }

    private void tell(EventKind kind, String detail) {
        tell(List.of(watch.event(kind, detail)));
    }

    /** A frame stands in the topic that no buffer carried. */
    void published(Frame frame) {
        published.incrementAndGet();
        watch.took(frame.capturedAt(), frame.sha256(), frame.quality());
    }

    /** An image can be no frame. */
    void unfit(String detail) {
        watch.unfit(detail);
    }

    FolderIngest.Progress ofFolder() {
        return new FolderIngest.Progress() {
            @Override
            public void published(Path file, Frame frame, Position position) {
                CameraLog.this.published(frame);
            }

            @Override
            public void failed(Path file, String reason) {
                unfit(file.getFileName() + ": " + reason);
            }

            @Override
            public void delayed(String detail) {
                LOG.atWarn().addKeyValue("camera", camera.camera()).log(detail);
            }
        };
    }

    private void tell(List<CameraEvent> news) {
        news.stream().filter(event -> !event.kind().equals(EventKind.STATUS))
                .forEach(event -> LOG.atLevel(isGood(event) ? Level.INFO : Level.WARN)
                        .addKeyValue("camera", camera.camera()).addKeyValue("line", camera.line())
                        .log("{} {}{}", event.kind(), event.state().label(),
                                event.detail().isEmpty() ? "" : ": " + event.detail()));
        events.accept(news);
    }

    private static boolean isGood(CameraEvent event) {
        return event.kind().equals(EventKind.STATE) && event.state() != CameraState.OFFLINE
                && event.state() != CameraState.DEGRADED;
    }

    private Carried carried() {
        Supplier<BufferStatus> supplier = buffer;
        if (supplier == null) {
            return new Carried(published.get(), 0, 0, 0, null);
        }
        BufferStatus status = supplier.get();
        Instant oldest = status.oldest();
        return new Carried(status.published(), status.dropped().values().stream().mapToLong(count -> count).sum(),
                status.memoryBytes(), status.spooledBytes(),
                oldest == null ? null : Duration.between(oldest, clock.instant()));
    }

    /** Looks at each frame before it is offered. One thread. */
    private final class Gate implements CameraFrames.Out {

        private final FrameBuffer next;
        private final boolean withoutFrozen;

        Gate(FrameBuffer next, boolean withoutFrozen) {
            this.next = next;
            this.withoutFrozen = withoutFrozen;
        }

        @Override
        public void frame(Frame frame) throws InterruptedException {
            boolean fresh = watch.fresh(frame.sha256());
            lastNew = fresh ? frame.capturedAt() : lastNew;
            watch.took(frame.capturedAt(), frame.sha256(), frame.quality());
            if (!withoutFrozen || frame.capturedAt().isBefore(lastNew.plus(policy.frozenAfter()))) {
                next.offer(frame);
            }
        }

        @Override
        public void unfit(Shot shot, String detail) {
            watch.unfit(detail);
        }
    }
}
