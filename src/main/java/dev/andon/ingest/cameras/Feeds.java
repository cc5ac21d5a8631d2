package dev.andon.ingest.cameras;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import dev.andon.config.BufferConfig;
import dev.andon.config.CameraConfig;
import dev.andon.config.SourceConfig;
import dev.andon.config.TriggerConfig;
import dev.andon.ingest.Origin;
import dev.andon.ingest.buffer.BufferPolicy;
import dev.andon.ingest.buffer.FrameBuffer;
import dev.andon.ingest.buffer.Sending;
import dev.andon.ingest.folder.FolderIngest;
import dev.andon.ingest.video.Cause;
import dev.andon.ingest.video.Conversion;
import dev.andon.ingest.video.FfmpegSettings;
import dev.andon.ingest.video.LiveCamera;
import dev.andon.ingest.video.RecordedCamera;
import org.jspecify.annotations.Nullable;

/** Makes what brings the pictures of a camera, by where they come from. Any thread. */
final class Feeds {

    private final Studio studio;

    Feeds(Studio studio) {
        this.studio = studio;
    }

    /** @throws IOException if it cannot begin; the message says what to do */
    Feed open(CameraConfig camera, CameraLog log) throws IOException {
        return switch (camera.source()) {
            case SourceConfig.Stream stream -> live(camera, stream, log);
            case SourceConfig.Video video -> recorded(camera, video, log);
            case SourceConfig.Folder folder -> folder(camera, folder, log);
            case SourceConfig.Posted() -> new PostedFeed(studio.known(), log);
        };
    }

    private Feed live(CameraConfig camera, SourceConfig.Stream source, CameraLog log) throws IOException {
        var input = Sources.stream(source);
        Conversion conversion = Sources.conversion(camera.pictures());
        FrameBuffer buffer = buffer(camera, log);
        CameraFrames frames = frames(camera, log.beforeWithoutFrozen(buffer));
        TriggeredFrames triggered = triggered(camera, frames, log);
        LiveCamera live = new LiveCamera(input, conversion, studio.ffmpeg().withSilence(source.silence()),
                triggered == null ? frames : triggered, new LiveCamera.Events() {
                    @Override
                    public void online() {
                        log.online();
                    }

                    @Override
                    public void offline(Cause cause, Duration again) {
                        log.offline(cause.kind().label(), cause.toString());
                    }
                }, studio.clock(), studio.random());
        return new BufferedFeed(triggered == null ? live::run : () -> triggered.run(live::run), buffer);
    }

    private Feed recorded(CameraConfig camera, SourceConfig.Video source, CameraLog log) throws IOException {
        FrameBuffer buffer = buffer(camera, log);
        CameraFrames frames = frames(camera, log.before(buffer));
        TriggeredFrames triggered = triggered(camera, frames, log);
        RecordedCamera recorded = new RecordedCamera(Sources.recording(source), Sources.conversion(camera.pictures()),
                studio.ffmpeg(), triggered == null ? frames : triggered);
        BufferedFeed.Source all = () -> {
            log.online();
            Cause cause = recorded.run(source.start() == null ? studio.clock().instant() : source.start());
            log.offline(cause.kind().label(), cause.toString());
        };
        return new BufferedFeed(triggered == null ? all : () -> triggered.run(all), buffer);
    }

    private Feed folder(CameraConfig camera, SourceConfig.Folder source, CameraLog log) throws IOException {
        Origin origin = Sources.origin(camera);
        FolderIngest ingest = new FolderIngest(Sources.folder(origin, source), studio.maker(), studio.carriage(),
                studio.publisher(), log.ofFolder(), studio.clock());
        log.online();
        return new FolderFeed(ingest);
    }

    private @Nullable TriggeredFrames triggered(CameraConfig camera, CameraFrames frames, CameraLog log) {
        TriggerConfig trigger = camera.trigger();
        return trigger == null
                ? null
                : new TriggeredFrames(studio.triggers().join(camera.camera(), Sources.joining(trigger),
                        shot -> studio.sharpness(Sources.origin(camera), shot)), frames, log::heard);
    }

    private CameraFrames frames(CameraConfig camera, CameraFrames.Out out) {
        return new CameraFrames(Sources.origin(camera), studio.maker(), studio.carriage(), out);
    }

    private FrameBuffer buffer(CameraConfig camera, CameraLog log) throws IOException {
        FrameBuffer buffer = FrameBuffer.open(camera.camera(), policy(camera.buffer()), Sending.IN_TURN,
                studio.publisher()::publish, log.ofBuffer(), studio.clock(), studio.random());
        log.carriedBy(buffer::status);
        return buffer;
    }

    private static BufferPolicy policy(BufferConfig config) {
        Path spool = config.spool();
        return new BufferPolicy(switch (config.whenFull()) {
            case WAIT -> BufferPolicy.OnFull.WAIT;
            case DROP_OLDEST -> BufferPolicy.OnFull.DROP_OLDEST;
            case DROP_NEWEST -> BufferPolicy.OnFull.DROP_NEWEST;
        }, config.bytes().bytes(),
                spool == null
                        ? null
                        : new BufferPolicy.Spool(spool, Math.max(config.spoolBytes().bytes(),
                                config.bytes().bytes())));
    }
}
