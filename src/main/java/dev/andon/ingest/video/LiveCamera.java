package dev.andon.ingest.video;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import dev.andon.ingest.Shots;

/**
 * Takes the pictures of a camera for as long as it is let: where ffmpeg ends or falls silent, another one is started, after
 * a pause by chance, the longer the more often no picture came.
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

    public LiveCamera(VideoInput.Stream stream, Conversion conversion, FfmpegSettings settings, Shots shots,
            Events events,
            InstantSource clock, RandomGenerator random) {
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
        int failures = 0;
        while (true) {
            boolean[] online = {false};
            Cause cause = watch(() -> {
                online[0] = true;
                events.online();
            });
            failures = online[0] ? 0 : failures + 1;
            Duration again = settings.pauses().pause(failures, random);
            events.offline(cause, again);
            Thread.sleep(again);
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
}
