package dev.andon.config;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import dev.andon.core.frame.Area;
import dev.andon.core.frame.LineId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CamerasFileTest {

    private static final DataSize LARGEST = new DataSize(8 << 20);

    @Test
    void everyKeyAndItsDefault() {
        // when
        CamerasConfig cameras = read("""
            door: {}
            cameras:
              - {camera: a, line: 組立-1, stream: {url: "rtsp://10.0.0.7/1"}}
              - {camera: b, line: l, video: {file: b.mp4}, trigger: {}}
              - {camera: c, line: l, folder: {path: /srv/c}}
              - {camera: d, line: l, posted: {}}
            """);

        // then
        assertThat(cameras.door()).isEqualTo(new CamerasConfig.Door("127.0.0.1", 0, null));
        assertThat(cameras.cameras().getFirst()).isEqualTo(new CameraConfig("a", new LineId("組立-1"), null, null,
                new SourceConfig.Stream(URI.create("rtsp://10.0.0.7/1"), null, SourceConfig.Transport.TCP,
                        Duration.ofSeconds(10)),
                new PicturesConfig(Double.POSITIVE_INFINITY, List.of(), null, null, 90, false, null), null,
                new BufferConfig(BufferConfig.WhenFull.DROP_OLDEST, new DataSize(64 << 20), null,
                        new DataSize(1 << 30)),
                null, false));
        assertThat(cameras.triggerTopic()).isNull();
        assertThat(cameras.cameras().get(1).source())
                .isEqualTo(new SourceConfig.Video(Path.of("b.mp4"), 1, false, null));
        assertThat(cameras.cameras().get(1).trigger()).isEqualTo(new TriggerConfig(TriggerConfig.Choose.NEAREST,
                Duration.ofMillis(40), Duration.ZERO, Duration.ofSeconds(5), false, Duration.ofSeconds(15),
                new DataSize(64 << 20),
                new TriggerConfig.Clock(true, Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(150))));
        assertThat(cameras.cameras().get(2).source()).isEqualTo(new SourceConfig.Folder(Path.of("/srv/c"), null,
                ZoneId.systemDefault(), SourceConfig.SideCars.OPTIONAL, Duration.ofSeconds(2), Path.of("/srv/c/done"),
                Path.of("/srv/c/failed")));
        assertThat(cameras.cameras().get(3).source()).isEqualTo(new SourceConfig.Posted());
    }

    @Test
    void everyKeyWithAValue() {
        // when
        CamerasConfig cameras = read(
                """
                    door: {host: 0.0.0.0, port: 8090, tokenFile: token}
                    triggerTopic: triggers
                    cameras:
                      - camera: a
                        line: l
                        station: outlet
                        part: A-100
                        stream: {url: "rtsps://cam:322/x", loginFile: login, transport: udp, silence: 30s}
                        pictures:
                          {rate: 2, masks: ["1,2,3,4", "5, 6, 7, 8"], region: "0,0,640,480", width: 320, quality: 80,
                           keyFramesOnly: true, hardware: vaapi}
                        trigger:
                          {choose: sharpest, window: 50ms, offset: 20ms, patience: 1s, expected: true, remember: 5s, bytes: 1MB,
                           clock: {correct: false, transport: 5ms, jitter: 60ms, limit: 200ms}}
                        buffer: {whenFull: drop-newest, bytes: 8MB, spool: spool/a, spoolBytes: 2GB}
                        expectedRate: 2
                        maintenance: true
                      - {camera: b, line: l, video: {file: b.mp4, speed: max, loop: true, start: "2026-01-31T12:34:56Z"}}
                      - camera: c
                        line: l
                        folder: {path: /c, pattern: "{unit}", zone: Asia/Tokyo, sideCars: required, settle: 0s, done: /d, failed: /f}
                    """);

        // then
        assertThat(cameras.door()).isEqualTo(new CamerasConfig.Door("0.0.0.0", 8090, Path.of("token")));
        assertThat(cameras.triggerTopic()).isEqualTo("triggers");
        assertThat(cameras.cameras().getFirst()).isEqualTo(new CameraConfig("a", new LineId("l"), "outlet", "A-100",
                new SourceConfig.Stream(URI.create("rtsps://cam:322/x"), Path.of("login"), SourceConfig.Transport.UDP,
                        Duration.ofSeconds(30)),
                new PicturesConfig(2, List.of(new Area(1, 2, 3, 4), new Area(5, 6, 7, 8)), new Area(0, 0, 640, 480),
                        320,
                        80, true, "vaapi"),
                new TriggerConfig(TriggerConfig.Choose.SHARPEST, Duration.ofMillis(50), Duration.ofMillis(20),
                        Duration.ofSeconds(1), true, Duration.ofSeconds(5), new DataSize(1 << 20),
                        new TriggerConfig.Clock(false, Duration.ofMillis(5), Duration.ofMillis(60),
                                Duration.ofMillis(200))),
                new BufferConfig(BufferConfig.WhenFull.DROP_NEWEST, new DataSize(8 << 20), Path.of("spool/a"),
                        new DataSize(2L << 30)),
                2.0, true));
        assertThat(cameras.cameras().get(1).source())
                .isEqualTo(new SourceConfig.Video(Path.of("b.mp4"), Double.POSITIVE_INFINITY, true,
                        Instant.parse("2026-01-31T12:34:56Z")));
        assertThat(cameras.cameras().get(2).source()).isEqualTo(new SourceConfig.Folder(Path.of("/c"), "{unit}",
                ZoneId.of("Asia/Tokyo"), SourceConfig.SideCars.REQUIRED, Duration.ZERO, Path.of("/d"), Path.of("/f")));
    }

    @Test
    void whatTheShippedFileDescribesCanBeUsed() throws IOException {
        // when
        CamerasConfig cameras = read(described());

        // then
        assertThat(cameras.cameras()).extracting(CameraConfig::source).extracting(Object::getClass)
                .isEqualTo(List.of(SourceConfig.Stream.class, SourceConfig.Folder.class, SourceConfig.Posted.class));
    }

    @Test
    void saysEverythingThatIsWrong() {
        // when
        List<Problem> problems = problems("""
            cameras:
              - {camera: a, line: l, stream: {url: "rtsp://user:pa55@10.0.0.7/1", silnce: 1s}}
              - {camera: a, line: l, video: {file: b.mp4, speed: 0}, folder: {path: x}}
              - {line: l, pictures: {masks: ["1,2,3"], rate: 0}}
              - {camera: d, line: l, folder: {path: x}, buffer: {spool: s}}
              - {camera: e, line: l, folder: {path: y}, buffer: {spool: ./s, whenFull: maybe}, trigger: {remember: 1s}}
              - {camera: f, line: l, posted: {port: 1}, video: {file: b.mp4}, trigger: {}}
            """);

        // then
        assertThat(problems).extracting(Problem::toString).noneMatch(text -> text.contains("pa55"));
        assertThat(problems).extracting(Problem::key).containsExactlyInAnyOrder("cameras[0].stream.url",
                "cameras[0].stream.silnce", "cameras[1].camera", "cameras[1].video", "cameras[1].video.speed",
                "cameras[2].camera", "cameras[2].camera", "cameras[2].pictures.masks", "cameras[2].pictures.rate",
                "cameras[4].buffer", "cameras[4].buffer.whenFull", "cameras[4].trigger", "cameras[4].trigger.remember",
                "cameras[5].video", "cameras[5].trigger");
    }

    @Test
    void aBufferHasRoomForTheLargestPictureWhereThereIsOne() {
        // when
        List<Problem> problems = CamerasFile.read("cameras.yaml", new StringReader("""
            cameras:
              - {camera: a, line: l, video: {file: a.mp4}, buffer: {bytes: 100MB}}
              - {camera: b, line: l, video: {file: b.mp4}, buffer: {bytes: 99MB}}
              - {camera: c, line: l, stream: {url: "rtsp://cam/1"}}
              - {camera: d, line: l, folder: {path: x}}
              - {camera: e, line: l, posted: {}}
              - {camera: f, line: l, video: {file: f.mp4}, buffer: {bytes: many}}
            """), new DataSize(100 << 20)) instanceof Outcome.Invalid<?>(List<Problem> found) ? found : List.of();

        // then
        assertThat(problems).extracting(Problem::toString).containsExactly(
                "cameras.yaml:3: cameras[1].buffer.bytes = 99MB: has to be at least images.maxBytes, 104857600, so that"
                        + " the largest picture has room: raise it, or lower images.maxBytes",
                "cameras.yaml:4: cameras[2].buffer.bytes = 67108864: has to be at least images.maxBytes, 104857600, so"
                        + " that the largest picture has room: raise it, or lower images.maxBytes",
                "cameras.yaml:7: cameras[5].buffer.bytes = many: write a size such as 256KB, 20MB or 1GB above 0");
    }

    /** The example in the comment of the shipped file. */
    static String described() throws IOException {
        return Files.readString(Path.of("config/cameras.yaml")).lines()
                .dropWhile(line -> !line.startsWith("# # Where")).takeWhile(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("# ?", "")).collect(Collectors.joining("\n"));
    }

    private static CamerasConfig read(String text) {
        return CamerasFile.read("cameras.yaml", new StringReader(text), LARGEST).orElse(problems -> {
            throw new AssertionError(problems);
        });
    }

    private static List<Problem> problems(String text) {
        return CamerasFile.read("cameras.yaml",
                new StringReader(text), LARGEST) instanceof Outcome.Invalid<?>(List<Problem> found)
                        ? found
                        : List.of();
    }
}
