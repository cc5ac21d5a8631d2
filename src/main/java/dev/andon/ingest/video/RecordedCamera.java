package dev.andon.ingest.video;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.andon.ingest.Shot;
import dev.andon.ingest.Shots;

/**
 * Takes the pictures of a video file as if a camera saw them: the first one at an instant of one's choice, the others with
 * the distances that they have in the file. One thread.
 */
public final class RecordedCamera {

    /** ffmpeg may read for long before a picture is due; it is trusted to end. */
    private static final Duration PATIENCE = Duration.ofDays(365);

    private final VideoInput.Recording recording;
    private final Conversion conversion;
    private final FfmpegSettings settings;
    private final Shots shots;

    public RecordedCamera(VideoInput.Recording recording, Conversion conversion, FfmpegSettings settings, Shots shots) {
        this.recording = recording;
        this.conversion = conversion;
        this.settings = settings;
        this.shots = shots;
    }

    /**
     * Hands on all pictures, one after the other.
     *
     * @param start when the first one was taken
     * @return why it was over: {@link Cause.Kind#ENDED} where nothing is wrong
     * @throws InterruptedException where the thread is interrupted; a looped one ends in no other way
     */
    public Cause run(Instant start) throws InterruptedException {
        if (!Files.isReadable(recording.file())) {
            return new Cause(Cause.Kind.NOT_READABLE, recording.file().toString());
        }
        FfmpegCommand command = FfmpegCommand.of(settings.program(), recording, conversion);
        try (Ffmpeg ffmpeg = Ffmpeg.start(command, settings.largestImage(), InstantSource.system())) {
            Coming next = ffmpeg.next(PATIENCE);
            while (next instanceof Coming.Picture picture) {
                shots.take(new Shot(start.plusMillis(picture.millis()), picture.jpeg()));
                next = ffmpeg.next(PATIENCE);
            }
            return next instanceof Coming.Over(Cause cause) ? cause : new Cause(Cause.Kind.SILENT, "");
        } catch (IOException e) {
            return new Cause(Cause.Kind.FFMPEG, String.valueOf(e.getMessage()));
        }
    }
}
