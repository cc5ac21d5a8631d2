package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.EventKind;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.Origin;

/** A camera that is watched, with a clock that moves when it is told to: twice a second a picture, each second a look. */
final class Bench implements InstantSource {

    static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
    static final Origin CAMERA = new Origin(new LineId("bracket-1"), "cam-1", "station 2", null, List.of());

    final CameraWatch watch;
    final List<CameraEvent> events = new ArrayList<>();
    Carried carried = Carried.NOTHING;

    private Instant now = START;
    private int pictures;

    Bench(WatchPolicy policy) {
        watch = new CameraWatch(CAMERA, policy, () -> carried, this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Another picture than all before it. */
    void picture(double sharpness, double exposure) {
        watch.took(now, "picture " + pictures++, new ImageQuality(640, 480, sharpness, exposure, 1));
    }

    void look() {
        events.addAll(watch.look());
    }

    /** Something each half second, and a look each second. */
    void forTime(Duration time, Runnable each) {
        for (long half = 0; half < time.toMillis() / 500; half++) {
            pass(Duration.ofMillis(500));
            each.run();
            if (half % 2 == 1) {
                look();
            }
        }
    }

    /** Pictures as they should be. */
    void well(Duration time) {
        forTime(time, () -> picture(100, 0.5));
    }

    /** The states that were told, in their order. */
    List<CameraState> states() {
        return events.stream().filter(event -> event.kind().equals(EventKind.STATE)).map(CameraEvent::state).toList();
    }

    CameraEvent last() {
        return events.getLast();
    }
}
