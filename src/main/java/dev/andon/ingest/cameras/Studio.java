package dev.andon.ingest.cameras;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.ingest.Carriage;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.Made;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Particulars;
import dev.andon.ingest.Shot;
import dev.andon.ingest.trigger.Triggers;
import dev.andon.ingest.video.FfmpegSettings;

/** What all cameras of a process share. Any thread, as far as the random generator allows it. */
public record Studio(FrameMaker maker, Carriage carriage, FramePublisher publisher, FfmpegSettings ffmpeg,
        Triggers triggers, KnownCameras known, InstantSource clock, RandomGenerator random) {

    private static final FrameId NOBODY = new FrameId("sharpness");

    /** How sharp a picture is; less than any where it can be no frame. */
    double sharpness(Origin origin, Shot shot) {
        return maker.make(_ -> NOBODY, origin, Particulars.NONE, shot.capturedAt(), shot.image(),
                null) instanceof Made.Ready(Frame frame) && frame.quality() != null
                        ? frame.quality().sharpness()
                        : Double.NEGATIVE_INFINITY;
    }
}
