package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;

import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.core.sampling.ServerState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules by which the frames of one task wait for the model: nothing is asked of a server that rests, a few frames try
 * one that has rested, and nobody waits longer, or among more, than is allowed. One thread.
 */
final class Parking {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    /** Frames, over all tasks, that may try a server that has rested: more than one, in case it is the frame that fails. */
    private static final int TRIALS = 3;

    private final Admission admission;
    private final InspectParts parts;
    private final ParkingSettings settings;

    private final boolean readingStops;
    private final Bound enough;
    private final Bound most;

    private ServerState server = ServerState.UNKNOWN;

    /** @param readingStops whether frames can be left in their topic when a task has enough */
    Parking(Admission admission, InspectParts parts, ParkingSettings settings, boolean readingStops) {
        this.admission = admission;
        this.parts = parts;
        this.settings = settings;
        this.readingStops = readingStops;
        this.enough = new Bound(settings.maxParked() / 2);
        this.most = new Bound(settings.maxParked());
    }

    /** Looks at the server anew. */
    void look() {
        server = parts.sampler().server();
    }

    /** Whether so many frames wait that the others are to stay in their topic. Says so when that begins. */
    boolean hasEnough(int parked) {
        if (enough.isNewlyPassedBy(parked)) {
            LOG.warn(
                    "{} frames of one partition wait, half of inspect.maxParked, {}, and more: the others wait in their"
                            + " topic; the server is {}",
                    parked, settings.maxParked(), server.describe());
        }
        return enough.isPassedBy(parked);
    }

    /**
     * Whether the thread may wait for room for a new frame: reading slows down then. In an outage it need not, so that
     * the frames of all lines are there to take turns when it is over; but where reading does not stop, held frames are not
     * to reach the bound soon.
     *
     * @param parked frames that wait now
     */
    boolean slowsReading(int parked) {
        boolean mayReachBound = !readingStops && settings.onOutage() == OnOutage.HOLD && enough.isPassedBy(parked);
        return server.isAvailable() || mayReachBound || isCrowded(parked);
    }

    /** Whether more frames wait than may, where reading does not stop. Says so when that begins. */
    boolean isCrowded(int parked) {
        if (readingStops) {
            return false;
        }
        if (most.isNewlyPassedBy(parked)) {
            LOG.warn("{} frames of one partition wait for the model, more than inspect.maxParked, {}: the oldest go to"
                    + " people; the server is {}", parked, settings.maxParked(), server.describe());
        }
        return most.isPassedBy(parked);
    }

    /** What a frame may do that is the first of its line. */
    Turn turnOf(OpenFrame frame, Instant now) {
        return switch (server.condition()) {
            case AVAILABLE -> new Turn.Ask();
            case ON_TRIAL -> parts.window().items() < TRIALS ? new Turn.Ask() : waitOrGiveUp(frame, now);
            case RESTING -> waitOrGiveUp(frame, now);
        };
    }

    /** What a frame may do that is the first of the line that has most of them, when too many wait. */
    Turn.GiveUp shed(OpenFrame frame, int parked, int ofLine) {
        return new Turn.GiveUp(new Unasked.Shed("not asked: " + parked + " frames of partition "
                + frame.entry().position().partition() + " waited for the model, " + ofLine
                + " of them of this line, and"
                + " inspect.maxParked is " + settings.maxParked() + "; the server is " + server.describe()));
    }

    /** Whether a frame that was given up may still wait by its own recipe, which is known now. */
    boolean mayWaitOn(OpenFrame frame, Dossier dossier, Instant now) {
        Dossier.Basis basis = dossier.basis();
        if (basis == null || dossier.problem() != null) {
            return false;
        }
        frame.timeLimit(basis.recipe().plan().timeLimit());
        frame.unasked(expired(frame));
        return !isOver(frame, now);
    }

    private Turn waitOrGiveUp(OpenFrame frame, Instant now) {
        if (settings.onOutage() == OnOutage.HOLD || !isOver(frame, now)) {
            return new Turn.Wait();
        }
        return new Turn.GiveUp(expired(frame));
    }

    private Unasked.Expired expired(OpenFrame frame) {
        return new Unasked.Expired("not asked within the time limit of " + shown(limitOf(frame))
                + ": the server is " + server.describe());
    }

    private boolean isOver(OpenFrame frame, Instant now) {
        Duration limit = limitOf(frame);
        return limit != null && !frame.takenAt().plus(limit).isAfter(now);
    }

    /** Its own, or the shortest of its line where it is not yet known which recipe is its own; null for unknown. */
    private @Nullable Duration limitOf(OpenFrame frame) {
        Duration own = frame.timeLimit();
        return own == null ? admission.shortestTimeLimit(frame.entry().lineKey()) : own;
    }

    private static String shown(@Nullable Duration limit) {
        return limit == null ? "its recipe" : limit.toMillis() / 1000.0 + " s";
    }

    /** A number of waiting frames that is news when it is passed, and again once no more than half as many waited. */
    private static final class Bound {

        private final int frames;
        private boolean known;

        Bound(int frames) {
            this.frames = frames;
        }

        boolean isPassedBy(int parked) {
            return parked > frames;
        }

        boolean isNewlyPassedBy(int parked) {
            boolean isNews = isPassedBy(parked) && !known;
            known = isPassedBy(parked) || (known && parked > frames / 2);
            return isNews;
        }
    }
}
