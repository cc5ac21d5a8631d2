package dev.andon.config;

import java.time.Duration;
import java.util.List;

import dev.andon.core.frame.Area;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

import static dev.andon.config.Formats.DECIMAL;
import static dev.andon.config.Formats.DURATION;
import static dev.andon.config.Formats.FLAG;
import static dev.andon.config.Formats.INTEGER;
import static dev.andon.config.Formats.PATH;
import static dev.andon.config.Formats.SIZE;
import static dev.andon.config.Formats.WORD;
import static dev.andon.config.Formats.oneOf;

/** Makes a camera of its section. One thread. */
final class CameraReader {

    private static final String PLACEHOLDER = "?";
    private static final List<String> SOURCES = List.of("stream", "video", "folder", "posted");
    private static final Format<String> LINE = WORD.with("and has at most 256 characters",
            text -> text.length() <= 256);
    private static final Format<Double> RATE = DECIMAL.with("above 0, up to 1000", rate -> rate > 0 && rate <= 1_000);
    private static final Format<DataSize> BYTES = SIZE.with("above 0", size -> size.bytes() > 0);
    private static final Format<Duration> SPAN = DURATION.with("above 0, up to a day",
            span -> span.isPositive() && span.compareTo(Duration.ofDays(1)) <= 0);

    private final Section s;
    private final DataSize largestImage;

    CameraReader(Section section, DataSize largestImage) {
        this.s = section;
        this.largestImage = largestImage;
    }

    CameraConfig read() {
        CameraConfig camera = new CameraConfig(s.required("camera", PLACEHOLDER, LINE),
                new LineId(s.required("line", PLACEHOLDER, LINE)), s.find("station", WORD).orElse(null),
                s.find("part", WORD).orElse(null), source(),
                s.section("pictures").map(CameraReader::pictures).orElse(PicturesConfig.USUAL),
                s.section("trigger").map(this::trigger).orElse(null),
                buffer(),
                s.find("expectedRate", RATE).orElse(null), s.get("maintenance", false, FLAG));
        s.refuseOthers();
        return camera;
    }

    private SourceConfig source() {
        List<String> written = SOURCES.stream().filter(source -> s.node(source) != null).toList();
        if (written.size() != 1) {
            s.refuse(written.isEmpty() ? "camera" : written.getFirst(),
                    (written.isEmpty() ? "says not where its pictures come from" : "stands beside " + written.getLast())
                            + ": write one of stream, video, folder and posted");
        }
        return s.section("stream").map(SourceReader::stream)
                .or(() -> s.section("video").map(SourceReader::video))
                .or(() -> s.section("folder").map(SourceReader::folder))
                .or(() -> s.section("posted").map(SourceReader::posted)).orElse(SourceReader.NONE);
    }

    private static PicturesConfig pictures(Section s) {
        PicturesConfig usual = PicturesConfig.USUAL;
        PicturesConfig pictures = new PicturesConfig(s.get("rate", usual.rate(), RATE),
                SourceReader.areas(s, "masks"), area(s),
                s.find("width", INTEGER.with("from 16 to 16384", width -> width >= 16 && width <= 16_384)).orElse(null),
                s.get("quality", usual.quality(), INTEGER.with("from 1 to 100", q -> q >= 1 && q <= 100)),
                s.get("keyFramesOnly", false, FLAG), s.find("hardware", WORD).orElse(null));
        s.refuseOthers();
        return pictures;
    }

    private static @Nullable Area area(Section s) {
        return s.find("region", SourceReader.AREA).orElse(null);
    }

    private TriggerConfig trigger(Section t) {
        if (s.node("folder") != null || s.node("posted") != null) {
            s.refuse("trigger",
                    "chooses among the pictures of video alone: what is dropped into a folder or posted says"
                            + " itself which unit it shows");
        }
        Duration window = t.get("window", Duration.ofMillis(40), SPAN);
        Duration patience = t.get("patience", Duration.ofSeconds(5), DURATION);
        TriggerConfig.Clock clock = t.section("clock").map(CameraReader::clock).orElse(clock(Section.none()));
        TriggerConfig trigger = new TriggerConfig(
                t.get("choose", TriggerConfig.Choose.NEAREST, oneOf(TriggerConfig.Choose.class)), window,
                t.get("offset", Duration.ZERO, DURATION), patience, t.get("expected", false, FLAG),
                t.get("remember", Duration.ofSeconds(15), SPAN), t.get("bytes", new DataSize(64 << 20), BYTES), clock);
        Duration least = patience.plus(window.multipliedBy(2)).plus(clock.jitter());
        if (trigger.remember().compareTo(least) < 0) {
            t.refuse("remember", "has to be at least " + least.toMillis()
                    + "ms: patience, twice the window and the jitter of the clock");
        }
        t.refuseOthers();
        return trigger;
    }

    private static TriggerConfig.Clock clock(Section c) {
        TriggerConfig.Clock clock = new TriggerConfig.Clock(c.get("correct", true, FLAG),
                c.get("transport", Duration.ZERO, DURATION), c.get("jitter", Duration.ofMillis(100), SPAN),
                c.get("limit", Duration.ofMillis(150), SPAN));
        c.refuseOthers();
        return clock;
    }

    /** What it carries, it has to have room for, also where nobody says how much that is. */
    private BufferConfig buffer() {
        BufferConfig buffer = s.section("buffer").map(CameraReader::buffer).orElse(BufferConfig.USUAL);
        boolean carries = s.node("stream") != null || s.node("video") != null;
        if (carries && buffer.bytes().bytes() < largestImage.bytes()) {
            s.complain("buffer.bytes", Long.toString(buffer.bytes().bytes()), "has to be at least images.maxBytes, "
                    + largestImage.bytes()
                    + ", so that the largest picture has room: raise it, or lower images.maxBytes");
        }
        return buffer;
    }

    private static BufferConfig buffer(Section s) {
        BufferConfig usual = BufferConfig.USUAL;
        BufferConfig buffer = new BufferConfig(
                s.get("whenFull", usual.whenFull(), oneOf(BufferConfig.WhenFull.class)),
                s.get("bytes", usual.bytes(), BYTES), s.find("spool", PATH).orElse(null),
                s.get("spoolBytes", usual.spoolBytes(), BYTES));
        s.refuseOthers();
        return buffer;
    }
}
