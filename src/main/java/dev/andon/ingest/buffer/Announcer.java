package dev.andon.ingest.buffer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener, and sees to it that people are told of many drops in few words. Any thread; the listener is called
 * without a lock.
 */
final class Announcer {

    /** At most so often the same is said. */
    static final Duration EVERY = Duration.ofSeconds(30);

    private final BufferListener listener;
    private final InstantSource clock;

    @GuardedBy("this")
    private final Map<Drop.Cause, DropTally> tallies = new EnumMap<>(Drop.Cause.class);

    @GuardedBy("this")
    private Instant diskSaid = Instant.MIN;

    Announcer(BufferListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    void say(Announcement announcement) {
        listener.announced(announcement);
    }

    /** A frame was offered. */
    void offered(Backlog.Offer offer) {
        String disk = offer.diskFailure();
        if (disk != null && diskIsNews()) {
            say(new Announcement.SpoolFailed(disk));
        }
        lost(offer.loss());
    }

    /** Frames were given up. */
    void lost(Loss loss) {
        loss.frames().forEach(frame -> listener.dropped(frame, loss.drop()));
        if (loss.count() > 0) {
            add(loss);
            look();
        }
    }

    /** Says what is due; to be called now and then. */
    void look() {
        Instant now = clock.instant();
        collect(tally -> tally.due(now)).forEach(this::say);
    }

    /** Says everything that was not said yet. */
    void finish() {
        Instant now = clock.instant();
        collect(tally -> tally.rest(now)).forEach(this::say);
    }

    private synchronized void add(Loss loss) {
        tallies.computeIfAbsent(loss.drop().cause(), cause -> new DropTally(cause, EVERY)).add(loss.count(),
                loss.drop().detail(), clock.instant());
    }

    private synchronized boolean diskIsNews() {
        Instant now = clock.instant();
        boolean news = !now.isBefore(diskSaid);
        diskSaid = news ? now.plus(EVERY) : diskSaid;
        return news;
    }

    private synchronized List<Announcement> collect(Function<DropTally, Announcement.@Nullable Dropped> question) {
        List<Announcement> said = new ArrayList<>();
        tallies.values().stream().map(question).filter(Objects::nonNull).forEach(said::add);
        return said;
    }
}
