package dev.andon.ingest.video;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import dev.andon.config.Masking;
import dev.andon.ingest.Shots;

/**
 * Takes the pictures of a camera for as long as it is let: where ffmpeg ends or falls silent, another one is started, after
 * a pause that doubles each time, with a bit of chance in it, until a picture comes.
 *
 * <pre>
 *            picture            ended, silent
 *   trying ──────────▶ online ────────────────▶ pausing
 *     │                                          ▲   │
 *     └──────────────────────────────────────────┘   │
 *     ▲            ended, silent                     │
 *     └──────────────────────────────────────────────┘
 * </pre>
 *
 * One thread.
 */
public final class LiveCamera {

    private final FfmpegCommand command;
    private final FfmpegSettings settings;
    private final Shots shots;
    private final Events events;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Hears how the camera is doing; on the camera's thread. */
    public interface Events {

        /** Pictures come. */
        void online();

        /**
         * None come.
         *
         * @param again after how long it is tried again
         */
        void offline(Cause cause, Duration again);
    }

    /** @throws IllegalArgumentException if the address is none */
    public LiveCamera(VideoInput.Stream stream, Conversion conversion, FfmpegSettings settings, Shots shots,
            Events events,
            InstantSource clock, RandomGenerator random) {
        String problem = Urls.problem(stream.address());
        if (problem != null) {
            throw new IllegalArgumentException(Masking.shown("", stream.address().toString()) + " " + problem);
        }
        this.command = FfmpegCommand.of(settings.program(), stream, conversion);
        this.settings = settings;
        this.shots = shots;
        this.events = events;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Takes pictures until the thread is interrupted.
     *
     * @throws InterruptedException then
     */
    public void run() throws InterruptedException {
        Duration pause = settings.firstPause();
        while (true) {
            boolean[] online = {false};
            Cause cause = watch(() -> {
                online[0] = true;
                events.online();
            });
            pause = online[0] ? settings.firstPause() : pause;
            Duration again = pause.dividedBy(2).plusNanos(random.nextLong(pause.toNanos() / 2 + 1));
            events.offline(cause, again);
            Thread.sleep(again);
            pause = min(pause.multipliedBy(2), settings.longestPause());
        }
    }

    /** Runs one ffmpeg to its end. */
    private Cause watch(Runnable online) throws InterruptedException {
        try (Ffmpeg ffmpeg = Ffmpeg.start(command, settings.largestImage(), clock)) {
            return new LiveSession(ffmpeg, settings.silence(), shots, online, clock).run();
        } catch (IOException e) {
            return new Cause(Cause.Kind.FFMPEG, String.valueOf(e.getMessage()));
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
