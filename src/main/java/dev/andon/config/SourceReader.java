package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static dev.andon.config.Formats.DECIMAL;
import static dev.andon.config.Formats.DURATION;
import static dev.andon.config.Formats.FLAG;
import static dev.andon.config.Formats.PATH;
import static dev.andon.config.Formats.WORD;
import static dev.andon.config.Formats.oneOf;

/** Makes the sources of cameras of their sections. Pure functions. */
final class SourceReader {

    /** Stands for one that is wrong, which a problem says. */
    static final SourceConfig NONE = new SourceConfig.Video(Path.of("?"), 1, false);

    /** As people write areas. */
    static final Format<Area> AREA = new Format<>("x,y,width,height in pixels from the upper left corner, in quotes",
            SourceReader::area);

    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https");
    private static final Pattern FOUR = Pattern
            .compile("(\\d{1,5})\\s*,\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5})");
    private static final Format<Duration> SILENCE = DURATION.with("from 1s to 1h",
            span -> span.compareTo(Duration.ofSeconds(1)) >= 0 && span.compareTo(Duration.ofHours(1)) <= 0);
    private static final Format<Double> SPEED = new Format<>("a number above 0, or max",
            text -> text.equals("max")
                    ? Optional.of(Double.POSITIVE_INFINITY)
                    : DECIMAL.read(text).filter(speed -> speed > 0));
    private static final Format<ZoneId> ZONE = new Format<>("a time zone such as Europe/Berlin", SourceReader::zone);
    private static final Format<URI> STREAM = new Format<>(
            "an address such as rtsp://camera-1:554/stream, without user and"
                    + " password: these go to loginFile",
            SourceReader::stream);

    private SourceReader() {}

    static SourceConfig stream(Section s) {
        SourceConfig stream = new SourceConfig.Stream(s.required("url", URI.create("rtsp://unknown/"), STREAM),
                s.find("loginFile", PATH).orElse(null),
                s.get("transport", SourceConfig.Transport.TCP, oneOf(SourceConfig.Transport.class)),
                s.get("silence", Duration.ofSeconds(10), SILENCE));
        s.refuseOthers();
        return stream;
    }

    static SourceConfig video(Section s) {
        SourceConfig video = new SourceConfig.Video(s.required("file", Path.of("?"), PATH), s.get("speed", 1.0, SPEED),
                s.get("loop", false, FLAG));
        s.refuseOthers();
        return video;
    }

    static SourceConfig folder(Section s) {
        Path path = s.required("path", Path.of("?"), PATH).toAbsolutePath().normalize();
        SourceConfig folder = new SourceConfig.Folder(path, s.find("pattern", WORD).orElse(null),
                s.get("zone", ZoneId.systemDefault(), ZONE),
                s.get("sideCars", SourceConfig.SideCars.OPTIONAL, oneOf(SourceConfig.SideCars.class)),
                s.get("settle", Duration.ofSeconds(2), DURATION),
                s.get("done", path.resolve("done"), PATH).toAbsolutePath().normalize(),
                s.get("failed", path.resolve("failed"), PATH).toAbsolutePath().normalize());
        s.refuseOthers();
        return folder;
    }

    /** A list of areas; each is a text with commas, so that a single text is one area. */
    static List<Area> areas(Section s, String name) {
        return s.node(name) instanceof Node.Scalar
                ? s.find(name, AREA).map(List::of).orElse(List.of())
                : s.list(name, List.of(), AREA);
    }

    private static Optional<Area> area(String text) {
        Matcher four = FOUR.matcher(text);
        if (!four.matches()) {
            return Optional.empty();
        }
        Area area = new Area(number(four, 1), number(four, 2), number(four, 3), number(four, 4));
        return Optional.of(area).filter(one -> one.width() > 0 && one.height() > 0);
    }

    private static int number(Matcher four, int group) {
        return Integer.parseInt(four.group(group));
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> stream(String text) {
        try {
            URI url = new URI(text);
            boolean good = url.getScheme() != null && SCHEMES.contains(url.getScheme()) && url.getHost() != null
                    && url.getUserInfo() == null;
            return Optional.of(url).filter(_ -> good);
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }
}
