package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.andon.core.frame.Area;

import static dev.andon.config.Formats.DECIMAL;
import static dev.andon.config.Formats.DURATION;
import static dev.andon.config.Formats.FLAG;
import static dev.andon.config.Formats.PATH;
import static dev.andon.config.Formats.WORD;
import static dev.andon.config.Formats.oneOf;

/** Makes the sources of cameras of their sections. Pure functions. */
final class SourceReader {

    /** Stands for one that is wrong, which a problem says. */
    static final SourceConfig NONE = new SourceConfig.Video(Path.of("?"), 1, false, null);

    /** As people write areas. */
    static final Format<Area> AREA = new Format<>("x,y,width,height in pixels of the image, in quotes",
            SourceReader::area);

    private static final Format<Duration> SILENCE = DURATION.with("from 1s to 1h",
            span -> span.compareTo(Duration.ofSeconds(1)) >= 0 && span.compareTo(Duration.ofHours(1)) <= 0);
    private static final Format<Double> SPEED = new Format<>("a number above 0, or max",
            text -> text.equals("max")
                    ? Optional.of(Double.POSITIVE_INFINITY)
                    : DECIMAL.read(text).filter(speed -> speed > 0));
    private static final Format<Instant> INSTANT = new Format<>("an instant such as 2026-01-31T12:34:56Z",
            SourceReader::instant);
    private static final Format<ZoneId> ZONE = new Format<>("a time zone such as Europe/Berlin", SourceReader::zone);
    private static final Format<URI> ADDRESS = new Format<>(SourceConfig.Stream.EXPECTED, SourceConfig.Stream::address);

    private SourceReader() {}

    static SourceConfig stream(Section s) {
        SourceConfig stream = new SourceConfig.Stream(s.required("url", URI.create("rtsp://unknown/"), ADDRESS),
                s.find("loginFile", PATH).orElse(null),
                s.get("transport", SourceConfig.Transport.TCP, oneOf(SourceConfig.Transport.class)),
                s.get("silence", Duration.ofSeconds(10), SILENCE));
        s.refuseOthers();
        return stream;
    }

    static SourceConfig video(Section s) {
        SourceConfig video = new SourceConfig.Video(s.required("file", Path.of("?"), PATH), s.get("speed", 1.0, SPEED),
                s.get("loop", false, FLAG), s.find("start", INSTANT).orElse(null));
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

    static SourceConfig posted(Section s) {
        s.refuseOthers();
        return new SourceConfig.Posted();
    }

    /** A list of areas; each is a text with commas, so that a single text is one area. */
    static List<Area> areas(Section s, String name) {
        return s.node(name) instanceof Node.Scalar
                ? s.find(name, AREA).map(List::of).orElse(List.of())
                : s.list(name, List.of(), AREA);
    }

    private static Optional<Area> area(String text) {
        try {
            return Optional.of(Area.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
