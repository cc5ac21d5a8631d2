package dev.andon.ingest.video;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.config.Masking;
import dev.andon.core.frame.Area;
import dev.andon.ingest.video.Cause.Kind;

/** Makes a {@link Cause} of what ffmpeg says on its way to the end. Any thread. */
final class Complaints {

    /** What is looked for, the surest first. */
    private static final Map<Kind, Pattern> SIGNS = signs();

    private static final int REMEMBERED = 40;
    private static final int LONGEST = 300;
    private static final Pattern DECORATION = Pattern.compile("\\[[^\\]]* @ 0x[0-9a-f]+] |\\[(error|fatal|warning)] ");
    private static final Pattern GRAVE = Pattern.compile("\\[(error|fatal|panic)]");

    /** What {@link Filters} makes ffmpeg say of the picture where a mask does not lie on it. */
    private static final Pattern MASK_OUTSIDE = Pattern.compile("size for width '-(\\d+)' or height '(\\d+)'");

    private final List<Area> masks;

    @GuardedBy("this")
    private final Deque<String> lines = new ArrayDeque<>();

    /** @param masks of the pictures that it is asked for */
    Complaints(List<Area> masks) {
        this.masks = masks;
    }

    synchronized void heard(String line) {
        if (lines.size() == REMEMBERED) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    }

    /** @param exitCode of ffmpeg */
    synchronized Cause cause(int exitCode) {
        Cause outside = lines.stream().map(MASK_OUTSIDE::matcher).filter(Matcher::find).findFirst()
                .map(size -> outside(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))).orElse(null);
        if (outside != null) {
            return outside;
        }
        if (exitCode == 0) {
            return new Cause(Kind.ENDED, "");
        }
        for (Map.Entry<Kind, Pattern> sign : SIGNS.entrySet()) {
            for (String line : lines) {
                if (sign.getValue().matcher(line).find()) {
                    return new Cause(sign.getKey(), plain(line));
                }
            }
        }
        String last = lines.stream().filter(line -> GRAVE.matcher(line).find()).reduce((_, later) -> later)
                .map(Complaints::plain).orElse("it says nothing");
        return new Cause(Kind.FFMPEG, "exit code " + exitCode + ": " + last);
    }

    private Cause outside(int width, int height) {
        String missing = masks.stream().filter(mask -> mask.x() >= width || mask.y() >= height).map(Area::toString)
                .collect(Collectors.joining(" and "));
        return new Cause(Kind.MASK_OUTSIDE, missing + "; the picture has " + width + " x " + height
                + " pixels: give x,y,width,height in pixels of the whole picture");
    }

    private static String plain(String line) {
        return Masking.shown("", DECORATION.matcher(line).replaceAll("").strip());
    }

    private static Map<Kind, Pattern> signs() {
        Map<Kind, String> texts = new LinkedHashMap<>();
        texts.put(Kind.UNAUTHORIZED, "40[13] (Unauthorized|Forbidden)|authorization failed|access denied");
        texts.put(Kind.NO_SUCH_STREAM, "404 (Stream )?Not Found|Server returned 404");
        texts.put(Kind.NO_SUCH_TRANSPORT, "461 |Nonmatching transport");
        texts.put(Kind.REFUSED, "Connection refused");
        texts.put(Kind.UNKNOWN_HOST, "Failed to resolve hostname|Name or service not known");
        texts.put(Kind.NO_ROUTE, "No route to host|(Network|Host) is unreachable");
        texts.put(Kind.TIMED_OUT, "(Connection|Operation) timed out|Error number -138");
        texts.put(Kind.NOT_READABLE, "file:.*(No such file or directory|Permission denied|Is a directory)");
        texts.put(Kind.UNKNOWN_CODEC, "Decod(er|ing requested).*not found|no decoder found|unsupported codec"
                + "|Could not find codec parameters|codec not currently supported");
        // Also where it does not answer at all.
        texts.put(Kind.NO_CAMERA, "pipe:0: Invalid data found when processing input");
        texts.put(Kind.NO_VIDEO, "matches no streams|Invalid data found when processing input|moov atom not found");
        texts.put(Kind.CONNECTION_LOST, "Connection reset|Broken pipe.*(tcp|rtsp)|End of file.*rtsp");
        Map<Kind, Pattern> signs = new LinkedHashMap<>();
        texts.forEach((kind, text) -> signs.put(kind, Pattern.compile(text, Pattern.CASE_INSENSITIVE)));
        return signs;
    }
}
