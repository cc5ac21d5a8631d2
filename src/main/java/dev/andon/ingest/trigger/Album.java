package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last pictures of a camera, bounded by age and bytes. One at a time. */
final class Album {

    private final JoinSettings.Memory bounds;
    private final Deque<Picture> pictures = new ArrayDeque<>();
    private long bytes;
    private Instant newest = Instant.MIN;
    private Instant forgotten = Instant.MIN;

    Album(JoinSettings.Memory bounds) {
        this.bounds = bounds;
    }

    /** Takes a picture; the bounds hold again after {@link #forget}. */
    void add(Picture picture) {
        pictures.addLast(picture);
        bytes += picture.shot().image().size();
        newest = later(newest, picture.takenAt());
    }

    /** When the newest was taken; long ago where there was none. */
    Instant newest() {
        return newest;
    }

    /** When the newest was taken of those that are no longer there; long ago where there are none. */
    Instant forgotten() {
        return forgotten;
    }

    /** What {@link #forgotten} would be after {@link #forget}. */
    Instant toBeForgotten(Instant now) {
        return outOfBounds(now).stream().map(Picture::takenAt).reduce(forgotten, Album::later);
    }

    /** Those that were taken so near to {@code time}, either way, inclusive. */
    List<Picture> within(Duration distance, Instant time) {
        return pictures.stream().filter(picture -> picture.after(time).abs().compareTo(distance) <= 0).toList();
    }

    Optional<Picture> nearest(Instant time) {
        return pictures.stream().min(Comparator.comparing(picture -> picture.after(time).abs()));
    }

    /** Forgets what is too old or too much, and tells it. */
    List<Picture> forget(Instant now) {
        List<Picture> gone = outOfBounds(now);
        for (Picture picture : gone) {
            pictures.removeFirst();
            bytes -= picture.shot().image().size();
            forgotten = later(forgotten, picture.takenAt());
        }
        return gone;
    }

    private List<Picture> outOfBounds(Instant now) {
        Instant oldest = now.minus(bounds.age());
        List<Picture> gone = new ArrayList<>();
        long left = bytes;
        for (Picture picture : pictures) {
            boolean inBounds = left <= bounds.bytes() && !picture.takenAt().isBefore(oldest);
            if (inBounds || gone.size() == pictures.size() - 1) {
                break;
            }
            gone.add(picture);
            left -= picture.shot().image().size();
        }
        return gone;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
