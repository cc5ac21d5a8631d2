package dev.andon.app;

import java.time.Duration;

import dev.andon.config.CamerasConfig;
import dev.andon.ingest.cameras.Wanted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the cameras be as they are wanted, and has them looked at, about once a second until it is interrupted. A mistake of
 * this program is told, and the same is tried again after a while. One thread; what is wrong, any.
 */
final class Caretaker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** After a mistake, which is seldom gone a second later. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Wanted wanted;
    private final Charges charges;
    private @Nullable CamerasConfig owed;
    private volatile @Nullable String failure;

    /** What is taken care of. */
    interface Charges {

        /** Lets it be as is wanted; the same once more where that failed. */
        void follow(CamerasConfig cameras) throws InterruptedException;

        /** Tells what is new of each camera. */
        void look();
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    Caretaker(Wanted wanted, Charges charges) {
        this.wanted = wanted;
        this.charges = charges;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(failure == null ? LOOK : PAUSE);
                look();
            }
        } catch (InterruptedException e) {
            // It is to end.
        }
    }

    /** What is wrong with it since the last look; null where nothing is. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Cameras are looked at also where their file cannot be followed. */
    void look() throws InterruptedException {
        String following = failureOf(this::follow);
        String looking = failureOf(charges::look);
        failure = following == null ? looking : following;
    }

    private void follow() throws InterruptedException {
        wanted.look().ifPresent(news -> owed = news);
        if (owed != null) {
            charges.follow(owed);
            owed = null;
        }
    }

    private static @Nullable String failureOf(Step step) throws InterruptedException {
        try {
            step.run();
            return null;
        } catch (RuntimeException e) {
            LOG.error(
                    "the care of the cameras goes on after a mistake of this program: what their file says may not hold"
                            + " yet",
                    e);
            return "the care of the cameras failed, the log says why: " + e;
        }
    }
}
