package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import dev.andon.core.frame.FrameId;
import dev.andon.ingest.Shot;

/**
 * Joins the triggers of one camera to its pictures, in whatever order they come. One at a time; has no thread of its own,
 * and nothing happens but when it is called.
 *
 * <pre>
 *   trigger ──▶ waits ──its pictures are there, and its clock is known──▶ joined, or without a frame
 *                 └────its patience is over, or its pictures are about to be forgotten────▲
 * </pre>
 *
 * <p>A picture shows one unit: two triggers have it in common only if they name the same unit, otherwise the one of the
 * earlier time has it. {@code NEAREST} never falls back on the second nearest, which would be the wrong one;
 * {@code SHARPEST} takes the best of those that show no other unit.
 */
final class TriggerJoin {

    /** Triggers that are recognised when they come again; those of before would find no picture any more. */
    private static final int MOST_REMEMBERED = 10_000;

    /** What is more than that is decided at once, the oldest first. */
    private static final int MOST_WAITING = 1_000;

    private record Waiting(Trigger trigger, SkewEstimate.Reading reading, Instant deadline) {

        Instant time() {
            return reading.time();
        }
    }

    private final JoinSettings settings;
    private final ToDoubleFunction<Shot> sharpness;
    private final InstantSource clock;
    private final SkewEstimate skew;
    private final SkewWatch watch;
    private final Album album;
    private final Strays strays = new Strays();
    private final LinkedHashSet<FrameId> remembered = new LinkedHashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** @param sharpness the more, the sharper, and never NaN; asked only of pictures that are chosen among */
    TriggerJoin(JoinSettings settings, ToDoubleFunction<Shot> sharpness, InstantSource clock) {
        this.settings = settings;
        this.sharpness = sharpness;
        this.clock = clock;
        this.skew = new SkewEstimate(settings.clock());
        this.watch = new SkewWatch(settings.clock().limit());
        this.album = new Album(settings.memory());
    }

    /** Takes a trigger, which is decided later; false where it was here before, and counts once. */
    boolean take(Trigger trigger) {
        if (!remembered.add(trigger.frameId())) {
            return false;
        }
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.removeFirst();
        }
        waiting.add(new Waiting(trigger, skew.read(trigger),
                trigger.receivedAt().plus(settings.window()).plus(settings.patience())));
        return true;
    }

    /** Takes a picture, and tells what has been decided by now, in the order of the triggers' times. */
    List<JoinEvent> take(Shot shot) {
        album.add(new Picture(shot, shot.capturedAt().minus(settings.offset())));
        return look();
    }

    /** Tells what has been decided by now, while no pictures come. */
    List<JoinEvent> look() {
        Instant now = clock.instant();
        List<JoinEvent> events = decideAll(ripe(now));
        album.forget(now).stream().filter(picture -> settings.expectTriggers() && !picture.isAskedFor())
                .forEach(picture -> strays.add(picture.takenAt(), now));
        strays.look(now).ifPresent(events::add);
        skew().flatMap(watch::look).ifPresent(events::add);
        return events;
    }

    /** Decides everything that waits, since no more pictures will come. */
    List<JoinEvent> end() {
        return decideAll(List.copyOf(waiting));
    }

    /** How much the clock of the triggers is ahead of ours, negative for behind; empty while that is not known. */
    Optional<Duration> skew() {
        return skew.skew();
    }

    private List<Waiting> ripe(Instant now) {
        Instant forgotten = album.toBeForgotten(now);
        int tooMany = waiting.size() - MOST_WAITING;
        List<Waiting> ripe = new ArrayList<>();
        for (Waiting one : waiting) {
            if (ripe.size() < tooMany || isRipe(one, now, forgotten)) {
                ripe.add(one);
            }
        }
        return ripe;
    }

    private boolean isRipe(Waiting one, Instant now, Instant forgotten) {
        Duration needed = settings.choice() == JoinSettings.Choice.NEAREST ? Duration.ZERO : settings.window();
        boolean settled = one.reading().isSettled() && album.newest().isAfter(one.time().plus(needed));
        boolean losing = !forgotten.isBefore(one.time().minus(settings.window()));
        return settled || losing || !now.isBefore(one.deadline());
    }

    private List<JoinEvent> decideAll(List<Waiting> some) {
        waiting.removeAll(some);
        List<JoinEvent> events = new ArrayList<>();
        some.stream().sorted(Comparator.comparing(Waiting::time)).map(this::decide).forEach(events::add);
        return events;
    }

    private JoinEvent decide(Waiting one) {
        Trigger trigger = one.trigger();
        Instant time = one.time();
        if (one.reading().isAhead()) {
            return without(one, JoinEvent.Why.AHEAD, "its time is " + seconds(trigger.receivedAt(), time)
                    + " s after it came, by what is known of its clock: was that set?");
        }
        List<Picture> near = album.within(settings.window(), time);
        near.forEach(Picture::askFor);
        Optional<Picture> chosen = switch (settings.choice()) {
            case NEAREST -> near.stream().min(Comparator.comparing(picture -> picture.after(time).abs()));
            case SHARPEST -> sharpest(near.stream().filter(picture -> picture.isFreeFor(trigger)).toList(), time);
        };
        if (isLost(time, chosen)) {
            return without(one, JoinEvent.Why.TOO_LATE, "it came " + seconds(time, trigger.receivedAt())
                    + " s after its time, when pictures were forgotten already: bring it sooner, or remember more");
        }
        if (near.isEmpty()) {
            return without(one, JoinEvent.Why.NO_PICTURE, nearest(time));
        }
        return chosen.filter(picture -> picture.isFreeFor(trigger)).map(picture -> joined(trigger, picture, time))
                .orElseGet(() -> without(one, JoinEvent.Why.TAKEN, "its picture shows another unit already: do triggers"
                        + " come faster than pictures?"));
    }

    /** What is alone is not measured. */
    private Optional<Picture> sharpest(List<Picture> some, Instant time) {
        return some.size() < 2
                ? some.stream().findFirst()
                : some.stream().max(Comparator.<Picture>comparingDouble(picture -> picture.sharpness(sharpness))
                        .thenComparing(picture -> picture.after(time).abs(), Comparator.reverseOrder()));
    }

    /** Whether a picture was forgotten that was as near as the chosen one, or within the window where there is none. */
    private boolean isLost(Instant time, Optional<Picture> chosen) {
        Duration distance = settings.choice() == JoinSettings.Choice.SHARPEST
                ? settings.window()
                : chosen.map(picture -> picture.after(time).abs()).orElse(settings.window());
        return !album.forgotten().isBefore(time.minus(distance));
    }

    private static JoinEvent joined(Trigger trigger, Picture picture, Instant time) {
        picture.show(trigger);
        return new JoinEvent.Joined(trigger, picture.shot(), picture.after(time));
    }

    private static JoinEvent without(Waiting one, JoinEvent.Why why, String detail) {
        return new JoinEvent.TriggerWithoutFrame(one.trigger(), why, detail);
    }

    private String nearest(Instant time) {
        return album.nearest(time).map(picture -> "the nearest picture was taken " + seconds(time, picture.takenAt())
                + " s after its time (negative: before), and the window is " + settings.window().toMillis() + " ms")
                .orElse("the camera has brought no picture yet");
    }

    private static double seconds(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toNanos() / 1e6) / 1e3;
    }
}
