package dev.andon.ingest.cameras;

import java.util.function.Function;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import dev.andon.ingest.Carriage;
import dev.andon.ingest.DigestId;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.Made;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Particulars;
import dev.andon.ingest.Shot;
import dev.andon.ingest.Shots;

/**
 * Makes a frame of each picture of a camera. The id of a frame is a digest of line, camera, time and content of the
 * picture: one that is sent once more is recognised. One thread.
 */
public final class CameraFrames implements Shots {

    /** Takes the frames. */
    public interface Out {

        /**
         * Takes the next one.
         *
         * @throws InterruptedException if it has to wait, and is told not to
         */
        void frame(Frame frame) throws InterruptedException;

        /**
         * A picture can be no frame.
         *
         * @param detail what is wrong with it, and what to do
         */
        void unfit(Shot shot, String detail);
    }

    private final Origin origin;
    private final FrameMaker maker;
    private final Carriage carriage;
    private final Out out;

    public CameraFrames(Origin origin, FrameMaker maker, Carriage carriage, Out out) {
        this.origin = origin;
        this.maker = maker;
        this.carriage = carriage;
        this.out = out;
    }

    @Override
    public void take(Shot shot) throws InterruptedException {
        take(shot, image -> id(shot, image), Particulars.NONE);
    }

    /** Takes a picture of which more is known. */
    void take(Shot shot, Function<ImageBytes, FrameId> name, Particulars known) throws InterruptedException {
        Made made = maker.make(name, origin, known, shot.capturedAt(), shot.image(), null);
        if (made instanceof Made.Ready(Frame frame)) {
            made = carriage.carry(frame);
        }
        switch (made) {
            case Made.Ready(Frame frame) -> out.frame(frame);
            case Made.Unfit(String detail) -> out.unfit(shot, detail);
        }
    }

    private FrameId id(Shot shot, ImageBytes image) {
        return DigestId.of("shot", origin.line().value(), origin.cameraId(),
                Long.toString(shot.capturedAt().toEpochMilli()), Sha256.hex(image.array()));
    }
}
