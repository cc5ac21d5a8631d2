package dev.andon.ingest.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.andon.core.frame.Area;
import dev.andon.ingest.video.VideoInput.Recording;
import dev.andon.ingest.video.VideoInput.Stream;

/**
 * How ffmpeg is called. Pictures come as Motion JPEG, each with its time, on standard output. The address of a camera goes
 * to standard input, as a list of one file: whoever lists processes sees no password.
 *
 * @param line  program and arguments
 * @param input what it reads from standard input
 * @param masks without which it gives no picture
 */
record FfmpegCommand(List<String> line, String input, List<Area> masks) {

    /** Of the sound and the pictures, a second tells enough. */
    private static final String PROBED_MICROS = "1000000";

    /** What a list may lead to. */
    private static final String PROTOCOLS = "pipe,rtsp,rtsps,rtp,tcp,udp,tls,http,https,httpproxy,crypto,srtp";

    private static final int BEST = 2;
    private static final int WORST = 31;

    /** @param program such as {@code ffmpeg}, from version 5.1 */
    static FfmpegCommand of(String program, VideoInput input, Conversion conversion) {
        List<String> line = new ArrayList<>(List.of(program, "-hide_banner", "-nostdin", "-nostats", "-loglevel",
                "level+warning"));
        if (conversion.keyFramesOnly()) {
            line.addAll(List.of("-skip_frame", "nokey"));
        }
        if (conversion.hardware() != null) {
            line.addAll(List.of("-hwaccel", conversion.hardware()));
        }
        line.addAll(arguments(input));
        line.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
        String filters = Filters.of(input, conversion);
        if (!filters.isEmpty()) {
            line.addAll(List.of("-vf", filters));
        }
        line.addAll(List.of("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", scale(conversion.quality()), "-flags:v",
                "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1", "-flush_packets", "1", "-f", "smjpeg",
                "pipe:1"));
        return new FfmpegCommand(List.copyOf(line), script(input), conversion.masks());
    }

    private static List<String> arguments(VideoInput input) {
        return switch (input) {
            case Recording recording -> {
                List<String> arguments = new ArrayList<>();
                if (recording.speed() < Double.POSITIVE_INFINITY) {
                    arguments.addAll(List.of("-readrate", String.valueOf(recording.speed())));
                }
                if (recording.looped()) {
                    arguments.addAll(List.of("-stream_loop", "-1"));
                }
                arguments.addAll(List.of("-i", "file:" + recording.file().toAbsolutePath()));
                yield arguments;
            }
            // One thread: more of them would hold back as many pictures.
            case Stream _ -> List.of("-threads", "1", "-protocol_whitelist", PROTOCOLS, "-safe", "0", "-f", "concat",
                    "-i", "pipe:0");
        };
    }

    private static String script(VideoInput input) {
        return switch (input) {
            case Recording _ -> "";
            case Stream stream -> {
                StringBuilder script = new StringBuilder("ffconcat version 1.0\nfile " + quoted(Urls.complete(stream))
                        + "\noption timeout " + stream.silence().toNanos() / 1_000 + "\noption analyzeduration "
                        + PROBED_MICROS + "\n");
                if (Urls.isRtsp(stream.address())) {
                    script.append("option rtsp_transport ")
                            .append(stream.transport().name().toLowerCase(Locale.ROOT)).append('\n');
                }
                yield script.toString();
            }
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** ffmpeg's scale of JPEG, by which small is good. */
    private static String scale(int quality) {
        return String.valueOf(Math.clamp(Math.round((100 - quality) / 5.0), BEST, WORST));
    }
}
