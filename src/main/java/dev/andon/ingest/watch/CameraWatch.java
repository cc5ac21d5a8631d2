package dev.andon.ingest.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.core.camera.EventKind;
import dev.andon.core.frame.ImageQuality;
import dev.andon.ingest.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Watches one camera: hears of its pictures, and says how it is doing.
 *
 * <pre>
 *                pictures come                  something is wrong
 *   STARTING ────────────────────▶ ONLINE ◀──────────────────────────▶ DEGRADED
 *      │                           ▲   │       nothing is wrong            │
 *      │ none come   pictures come │   │ none come                         │
 *      │                           │   ▼                                   │
 *      └──────────────────────▶ OFFLINE ◀──────────────────────────────────┘
 *
 *   MAINTENANCE in place of each of these while the policy says so; REMOVED once it is taken away
 * </pre>
 *
 * Any thread. Nothing is called while the lock is held, but for the clock.
 */
public final class CameraWatch {

    /** Changes that wait to be told; more than this come only where nobody looks. */
    private static final int MOST_UNTOLD = 100;

    private final Origin camera;
    private final Supplier<Carried> carried;
    private final InstantSource clock;

    @GuardedBy("this")
    private final PictureTally pictures;
    @GuardedBy("this")
    private final UnfitTally unfit = new UnfitTally();
    @GuardedBy("this")
    private final Lately lately = new Lately();
    @GuardedBy("this")
    private final List<CameraEvent> untold = new ArrayList<>();
    @GuardedBy("this")
    private WatchPolicy policy;
    @GuardedBy("this")
    private Rules rules;
    @GuardedBy("this")
    private RateMeter meter;
    @GuardedBy("this")
    private Link link = new Link.Unheard();
    @GuardedBy("this")
    private Standing standing;
    @GuardedBy("this")
    private boolean told;
    @GuardedBy("this")
    private Instant since;
    @GuardedBy("this")
    private Instant heartbeat;

    /**
     * Nothing has been heard of the camera yet.
     *
     * @param carried tells what has become of its frames so far
     */
    public CameraWatch(Origin camera, WatchPolicy policy, Supplier<Carried> carried, InstantSource clock) {
        this.camera = camera;
        this.carried = carried;
        this.clock = clock;
        this.policy = policy;
        Instant now = clock.instant();
        since = now;
        heartbeat = now;
        pictures = new PictureTally(now);
        rules = new Rules(policy, carried.get().dropped());
        meter = new RateMeter(policy.rate().span(), now);
        standing = Standing.of(link, policy.maintenance(), List.of());
    }

    /** Which camera it watches. */
    public Origin camera() {
        return camera;
    }

    /**
     * Whether a picture is another one than the last that was taken. To be asked before it is taken itself; one that is not
     * shows nothing new, and is not worth publishing.
     */
    public synchronized boolean fresh(String sha256) {
        return pictures.isFresh(sha256);
    }

    /**
     * A picture came.
     *
     * @param quality null where nobody measured it, as of pictures that are not fresh
     */
    public synchronized void took(Instant capturedAt, String sha256, @Nullable ImageQuality quality) {
        Instant now = clock.instant();
        comes(now);
        meter.count(now);
        boolean repeated = pictures.take(capturedAt, sha256);
        if (quality != null) {
            lately.see(now, quality);
        }
        if (!policy.maintenance()) {
            rules.see(now, repeated, quality);
        }
    }

    /**
     * A picture came that can be no frame.
     *
     * @param detail why, as {@link dev.andon.ingest.Made.Unfit} says it
     */
    public synchronized void unfit(String detail) {
        comes(clock.instant());
        pictures.unfit();
        unfit.add(detail);
    }

    /** Pictures come. */
    public void online() {
        Carried sofar = carried.get();
        synchronized (this) {
            Instant now = clock.instant();
            comes(now);
            settle(now, sofar);
        }
    }

    /**
     * No pictures come.
     *
     * @param label  the kind of failure, for programs
     * @param detail for people
     */
    public void offline(String label, String detail) {
        Carried sofar = carried.get();
        synchronized (this) {
            link = new Link.Down(label, detail);
            rules.interrupt();
            settle(clock.instant(), sofar);
        }
    }

    /**
     * From now on it is watched by this policy. Where that differs, everything is learnt anew; where maintenance begins or
     * ends, the camera starts.
     */
    public void follow(WatchPolicy next) {
        Carried sofar = carried.get();
        synchronized (this) {
            if (next.equals(policy)) {
                return;
            }
            Instant now = clock.instant();
            link = next.maintenance() == policy.maintenance() ? link : new Link.Unheard();
            policy = next;
            rules = new Rules(next, sofar.dropped());
            meter = new RateMeter(next.rate().span(), now);
            settle(now, sofar);
        }
    }

    /** What there is to tell: changes of state since the last look, and that the camera is there where that is due. */
    public List<CameraEvent> look() {
        Carried sofar = carried.get();
        synchronized (this) {
            Instant now = clock.instant();
            if (standing.state() == CameraState.REMOVED) {
                return List.of();
            }
            if (!policy.maintenance()) {
                rules.look(now, meter, sofar.dropped());
            }
            settle(now, sofar);
            String news = unfit.due(now);
            if (news != null) {
                untold.add(event(now, EventKind.PICTURES_UNFIT, news, sofar));
            }
            if (!now.isBefore(heartbeat)) {
                say(now, EventKind.STATUS, sofar);
            }
            return drained();
        }
    }

    /** An event of another kind, as it would be now. */
    public CameraEvent event(EventKind kind, String detail) {
        Carried sofar = carried.get();
        synchronized (this) {
            return event(clock.instant(), kind, detail, sofar);
        }
    }

    /** The camera is watched no more: what there was to tell, and that it is removed. */
    public List<CameraEvent> removed() {
        Carried sofar = carried.get();
        synchronized (this) {
            change(clock.instant(), new Standing(CameraState.REMOVED, List.of(), ""), sofar);
            return drained();
        }
    }

    /** The figures now. */
    public CameraStatus status() {
        Carried sofar = carried.get();
        synchronized (this) {
            return status(clock.instant(), sofar);
        }
    }

    public synchronized CameraState state() {
        return standing.state();
    }

    @GuardedBy("this")
    private void comes(Instant now) {
        if (link instanceof Link.Up) {
            return;
        }
        if (link instanceof Link.Down) {
            pictures.restarted();
        }
        link = new Link.Up();
        meter.restart(now);
    }

    @GuardedBy("this")
    private void settle(Instant now, Carried sofar) {
        if (standing.state() != CameraState.REMOVED) {
            change(now, Standing.of(link, policy.maintenance(), rules.wrong()), sofar);
        }
    }

    @GuardedBy("this")
    private void change(Instant now, Standing next, Carried sofar) {
        boolean news = !told || next.differsFrom(standing);
        since = next.state() == standing.state() ? since : now;
        standing = next;
        told = true;
        if (news) {
            say(now, EventKind.STATE, sofar);
        }
    }

    /** Whatever the kind, the camera was heard of. */
    @GuardedBy("this")
    private void say(Instant now, EventKind kind, Carried sofar) {
        heartbeat = now.plus(CameraEvent.HEARTBEAT);
        if (untold.size() < MOST_UNTOLD) {
            untold.add(event(now, kind, standing.detail(), sofar));
        }
    }

    @GuardedBy("this")
    private List<CameraEvent> drained() {
        List<CameraEvent> events = List.copyOf(untold);
        untold.clear();
        return events;
    }

    @GuardedBy("this")
    private CameraEvent event(Instant now, EventKind kind, String detail, Carried sofar) {
        return new CameraEvent(camera.cameraId(), camera.line(), camera.stationId(), now, kind, standing.state(), since,
                standing.causes(), Standing.shortened(detail), status(now, sofar));
    }

    @GuardedBy("this")
    private CameraStatus status(Instant now, Carried sofar) {
        return new CameraStatus(meter.perSecond(now), pictures.lastCapturedAt(), pictures.counts(sofar),
                new CameraStatus.Waiting(sofar.waitingBytes(), sofar.spooledBytes(), sofar.oldest()), lately.quality());
    }
}
