package dev.andon.bench.cameras;

import java.io.IOException;
import java.nio.file.Path;

/** A video as cameras send it: H.264, 1080p, 25 pictures a second, one key frame a second, with noise and movement. */
final class Film {

    private static final int SECONDS = 20;

    private Film() {}

    /** @throws IOException if there is no ffmpeg, or it cannot do that */
    static Path shoot(Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("film.mp4");
        Process ffmpeg = new ProcessBuilder("ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-f", "lavfi",
                "-i",
                "testsrc2=size=1920x1080:rate=25:duration=" + SECONDS + ",noise=alls=6:allf=t", "-pix_fmt", "yuv420p",
                "-c:v", "libx264", "-preset", "veryfast", "-b:v", "4M", "-g", "25", file.toString()).inheritIO()
                .start();
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg makes no film");
        }
        return file;
    }
}
