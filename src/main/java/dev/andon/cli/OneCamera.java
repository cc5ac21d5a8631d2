package dev.andon.cli;

import java.time.Duration;
import java.util.List;

import dev.andon.app.IngestRole;
import dev.andon.app.StopSignal;
import dev.andon.config.AndonConfig;
import dev.andon.config.CameraConfig;
import dev.andon.config.CamerasConfig;
import dev.andon.core.camera.CameraStatus;
import dev.andon.ingest.cameras.CameraLog;
import dev.andon.ingest.cameras.Wanted;
import dev.andon.ingest.video.Cause;
import dev.andon.topology.StartException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a single camera until it ends, or the command is told to. One thread. */
final class OneCamera {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final AndonConfig config;
    private final CommandSpec spec;

    OneCamera(AndonConfig config, CommandSpec spec) {
        this.config = config;
        this.spec = spec;
    }

    /** Runs it. Returns the exit code: 0 unless something went wrong with it. */
    int run(CameraConfig camera) throws InterruptedException {
        long room = FramesTopic.imageLimit(config);
        StopSignal stop = StopSignal.listening();
        int exitCode = CommandFailure.FAILED;
        try {
            exitCode = run(new CamerasConfig(null, null, List.of(camera)), room, stop);
        } finally {
            stop.finished(exitCode);
        }
        return exitCode;
    }

    private int run(CamerasConfig cameras, long room, StopSignal stop) throws InterruptedException {
        IngestRole role = start(cameras, room);
        CameraLog log = role.logs().getFirst();
        try (role) {
            while (!role.isOver() && !stop.await(LOOK)) {
                // until it ends, or somebody wants it to
            }
        }
        return tell(log);
    }

    private IngestRole start(CamerasConfig cameras, long room) throws InterruptedException {
        try {
            return IngestRole.start(config, room, Wanted.always(cameras), new SimpleMeterRegistry());
        } catch (StartException e) {
            throw CommandFailure.failed("cannot start: " + e.getMessage());
        }
    }

    private int tell(CameraLog log) {
        CameraStatus.Counts counts = log.status().counts();
        spec.commandLine().getOut().println(Listing.count(counts.published(), "frame") + " published, "
                + Listing.count(counts.unfit(), "picture") + " unfit, " + counts.dropped() + " dropped");
        CameraLog.Offline offline = log.offline();
        if (offline != null && !offline.label().equals(Cause.Kind.ENDED.label())) {
            spec.commandLine().getErr().println("andon: " + offline.detail());
            return CommandFailure.FAILED;
        }
        return counts.unfit() + counts.dropped() > 0 ? CommandFailure.FAILED : 0;
    }
}
