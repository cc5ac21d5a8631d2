package dev.andon.topology;

import java.time.Duration;
import java.time.InstantSource;

import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what follows when a stream thread fails: it is replaced after a growing pause, or, where that cannot help, the
 * application ends and says why. Called on the thread that fails; any thread.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

    /** Waits; whether the application still runs then. */
    interface Waiting {
        boolean outlast(Duration pause) throws InterruptedException;
    }

    private final GrowingPause pauses;
    private final InstantSource clock;
    private final Waiting waiting;

    private volatile @Nullable String incurable;

    ThreadFailures(GrowingPause pauses, InstantSource clock, Waiting waiting) {
        this.pauses = pauses;
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Why the application cannot go on, and what to do; null while it can. */
    @Nullable
    String incurable() {
        return incurable;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        String found = Incurable.of(fault).orElse(null);
        if (found != null) {
            LOG.error("the application ends: {}", found);
            LOG.debug("the fault", fault);
            incurable = found;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Duration pause = pauses.after(clock.instant());
        LOG.error("a stream thread failed and is replaced after {} ms; what it was at is done again", pause.toMillis(),
                fault);
        try {
            return waiting.outlast(pause)
                    ? StreamThreadExceptionResponse.REPLACE_THREAD
                    : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
    }
}
