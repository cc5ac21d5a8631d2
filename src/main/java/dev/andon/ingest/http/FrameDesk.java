package dev.andon.ingest.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.Made;
import dev.andon.ingest.SaidText;
import jakarta.servlet.http.HttpServletRequest;

/** Takes one frame after the other to their topic, each within its request. Any thread; blocks. */
final class FrameDesk {

    /** Somebody is at work. */
    private static final Duration MAINTENANCE = Duration.ofMinutes(1);

    private final Entrance entrance;
    private final Limits limits;
    private final SubmissionReader reader;
    private final UnderWay underWay;
    private final CameraBook cameras;
    private final FrameIds ids;
    private final FrameMaker maker;
    private final FrameWriter writer;
    private final InstantSource clock;

    FrameDesk(Entrance entrance, Limits limits, CameraBook cameras, FrameIds ids, FrameMaker maker, FrameWriter writer,
            InstantSource clock) {
        this.entrance = entrance;
        this.limits = limits;
        this.reader = new SubmissionReader(limits.image());
        this.underWay = new UnderWay(limits.bytesUnderWay());
        this.cameras = cameras;
        this.ids = ids;
        this.maker = maker;
        this.writer = writer;
        this.clock = clock;
    }

    /** Takes the frame of a request, or refuses it. What was written is said only once all replicas have it. */
    Answer take(HttpServletRequest request) throws IOException {
        return entrance.let(request, limits.image().bytes(),
                body -> take(Post.of(request, body, limits.image())));
    }

    private Answer take(Post post) throws Refused {
        try (UnderWay.Share share = underWay.take(post.body().claim())) {
            Frame frame = frame(reader.read(post));
            CompletableFuture<Position> written = writer.send(frame);
            share.keepUntil(written);
            CompletableFuture<Void> _ = written.thenRun(() -> cameras.published(frame));
            return writer.await(frame, written);
        }
    }

    private Frame frame(Submission submission) throws Refused {
        Labels labels = submission.labels();
        String camera = labels.origin().cameraId();
        if (cameras.inMaintenance(camera)) {
            throw new Refused(Answer.later(503, "the camera " + SaidText.shown(camera)
                    + " is in maintenance: send it again when cameras.yaml says otherwise", MAINTENANCE));
        }
        return switch (maker.make(image -> ids.of(labels, image), cameras.complete(labels.origin()),
                labels.particulars(), clock.instant(), submission.image(), null)) {
            case Made.Ready(Frame frame) -> frame;
            case Made.Unfit(String detail) -> {
                cameras.unfit(camera, detail);
                throw new Refused(Answer.problem(415, detail));
            }
        };
    }
}
