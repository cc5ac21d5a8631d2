package dev.andon.ingest.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.andon.ingest.Shot;
import dev.andon.ingest.Shots;
import org.jspecify.annotations.Nullable;

/**
 * What one ffmpeg brings from a camera. One thread.
 *
 * <p>Pictures of the first moment wait for its end, and get their times then: some cameras send first, all at once, what
 * they have kept, and only what comes after that tells how old it is.
 */
final class LiveSession {

    static final Duration FIRST_MOMENT = Duration.ofSeconds(1);

    /** To connect, and for a key frame to come. */
    private static final Duration START = Duration.ofSeconds(15);

    private final Ffmpeg ffmpeg;
    private final Duration silence;
    private final Shots shots;
    private final Runnable online;
    private final InstantSource clock;
    private final StreamClock stream = new StreamClock();
    private final List<Coming.Picture> held = new ArrayList<>();
    private @Nullable Instant firstMomentEnds;

    /** @param online runs when the first picture has come */
    LiveSession(Ffmpeg ffmpeg, Duration silence, Shots shots, Runnable online, InstantSource clock) {
        this.ffmpeg = ffmpeg;
        this.silence = silence;
        this.shots = shots;
        this.online = online;
        this.clock = clock;
    }

    /** Hands on pictures until none come any more. Returns why. */
    Cause run() throws InterruptedException {
        while (true) {
            switch (ffmpeg.next(patience())) {
                case Coming.Picture picture -> take(picture);
                case Coming.Over(Cause cause) -> {
                    release();
                    return cause;
                }
                case Coming.Nothing _ when !held.isEmpty() -> release();
                case Coming.Nothing _ -> {
                    return new Cause(Cause.Kind.SILENT, "for " + patience().toSeconds() + " s");
                }
            }
        }
    }

    private Duration patience() {
        if (firstMomentEnds == null) {
            return silence.plus(START);
        }
        return held.isEmpty() ? silence : Duration.between(clock.instant(), firstMomentEnds);
    }

    private void take(Coming.Picture picture) throws InterruptedException {
        if (firstMomentEnds == null) {
            firstMomentEnds = picture.arrived().plus(FIRST_MOMENT);
            online.run();
        }
        stream.hear(picture.millis(), picture.arrived());
        held.add(picture);
        if (!picture.arrived().isBefore(firstMomentEnds)) {
            release();
        }
    }

    private void release() throws InterruptedException {
        for (Coming.Picture picture : held) {
            shots.take(new Shot(stream.at(picture.millis()), picture.jpeg()));
        }
        held.clear();
    }
}
