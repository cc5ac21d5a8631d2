package dev.andon.ingest.cameras;

import java.io.IOException;
import java.util.List;

import dev.andon.config.CameraConfig;
import dev.andon.config.PicturesConfig;
import dev.andon.config.SourceConfig;
import dev.andon.config.TriggerConfig;
import dev.andon.ingest.Origin;
import dev.andon.ingest.folder.DropFolder;
import dev.andon.ingest.folder.NamePattern;
import dev.andon.ingest.trigger.ClockSettings;
import dev.andon.ingest.trigger.JoinSettings;
import dev.andon.ingest.video.Conversion;
import dev.andon.ingest.video.VideoInput;
import org.jspecify.annotations.Nullable;

/** What is configured, in the words of those who do it. Pure functions. */
final class Sources {

    private Sources() {}

    /** Of video, masks are burnt in before anything else sees it. */
    static Origin origin(CameraConfig camera) {
        return new Origin(camera.line(), camera.camera(), camera.station(), camera.part(), switch (camera.source()) {
            case SourceConfig.Stream _,SourceConfig.Video _ -> List.of();
            case SourceConfig.Folder _,SourceConfig.Posted _ -> camera.pictures().masks();
        });
    }

    static Conversion conversion(PicturesConfig pictures) {
        return new Conversion(pictures.rate(), pictures.masks(), pictures.region(), pictures.width(),
                pictures.quality(),
                pictures.keyFramesOnly(), pictures.hardware());
    }

    /** @throws IOException if there is no such login */
    static VideoInput.Stream stream(SourceConfig.Stream source) throws IOException {
        return new VideoInput.Stream(source.url(), source.loginFile() == null ? null : Logins.of(source.loginFile()),
                switch (source.transport()) {
                    case TCP -> VideoInput.Transport.TCP;
                    case UDP -> VideoInput.Transport.UDP;
                }, source.silence());
    }

    static VideoInput.Recording recording(SourceConfig.Video source) {
        return new VideoInput.Recording(source.file(), source.speed(), source.loop());
    }

    /** @throws IOException if the pattern is none */
    static DropFolder folder(Origin origin, SourceConfig.Folder source) throws IOException {
        return new DropFolder(origin, source.path(), source.done(), source.failed(), source.settle(), pattern(source),
                switch (source.sideCars()) {
                    case NONE -> DropFolder.SideCars.NONE;
                    case OPTIONAL -> DropFolder.SideCars.OPTIONAL;
                    case REQUIRED -> DropFolder.SideCars.REQUIRED;
                });
    }

    static JoinSettings joining(TriggerConfig trigger) {
        TriggerConfig.Clock clock = trigger.clock();
        return new JoinSettings(switch (trigger.choose()) {
            case NEAREST -> JoinSettings.Choice.NEAREST;
            case SHARPEST -> JoinSettings.Choice.SHARPEST;
        }, trigger.window(), trigger.offset(), trigger.patience(), trigger.expected(),
                new JoinSettings.Memory(trigger.remember(), trigger.bytes().bytes()),
                new ClockSettings(clock.correct() ? ClockSettings.Mode.CORRECT : ClockSettings.Mode.TRUST,
                        clock.transport(),
                        clock.jitter(), clock.limit()));
    }

    private static @Nullable NamePattern pattern(SourceConfig.Folder source) throws IOException {
        try {
            return source.pattern() == null ? null : NamePattern.of(source.pattern(), source.zone());
        } catch (IllegalArgumentException e) {
            throw new IOException("pattern: " + e.getMessage(), e);
        }
    }
}
