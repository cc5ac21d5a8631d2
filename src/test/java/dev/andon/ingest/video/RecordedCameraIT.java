package dev.andon.ingest.video;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import dev.andon.core.frame.Area;
import dev.andon.fixture.NeedsFfmpeg;
import dev.andon.fixture.rtsp.Counter;
import dev.andon.fixture.rtsp.Videos;
import dev.andon.ingest.Shot;
import dev.andon.ingest.video.VideoInput.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Video files: every picture once, in order, with its time. */
@NeedsFfmpeg
class RecordedCameraIT {

    private static final Instant START = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final FfmpegSettings SETTINGS = FfmpegSettings.usual("ffmpeg", 1 << 20);

    @TempDir
    Path directory;

    private final List<Shot> shots = new ArrayList<>();

    @Test
    void allPicturesAsFastAsItGoes() throws Exception {
        // given
        Path file = directory.resolve("a.mp4");
        Videos.write(file, 100, "30000/1001");

        // when
        Cause cause = camera(file, Double.POSITIVE_INFINITY, false, Conversion.NONE).run(START);

        // then
        assertThat(cause.kind()).isEqualTo(Cause.Kind.ENDED);
        assertThat(numbers()).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        for (int i = 0; i < 100; i++) {
            assertThat((double) shots.get(i).capturedAt().toEpochMilli() - START.toEpochMilli())
                    .isCloseTo(i * 1001.0 / 30, within(0.51));
        }
    }

    @Test
    void asFastAsItWasRecorded() throws Exception {
        // given
        Path file = directory.resolve("b.mp4");
        Videos.write(file, 50, "25");

        // when
        long begin = System.nanoTime();
        camera(file, 1, false, Conversion.NONE).run(START);
        long nanos = System.nanoTime() - begin;

        // then
        assertThat(numbers()).containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
        assertThat(offsets()).containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> i * 40L).toList());
        assertThat(nanos).isGreaterThan(1_500_000_000L);
    }

    @Test
    void againAndAgain() throws Exception {
        // given
        Path file = directory.resolve("c.mp4");
        Videos.write(file, 40, "25");

        // when
        assertThatThrownBy(
                () -> new RecordedCamera(new Recording(file, Double.POSITIVE_INFINITY, true), Conversion.NONE,
                        SETTINGS, shot -> {
                            shots.add(shot);
                            if (shots.size() == 170) {
                                throw new InterruptedException();
                            }
                        }).run(START))
                .isInstanceOf(InterruptedException.class);

        // then
        assertThat(numbers()).containsExactlyElementsOf(IntStream.range(0, 170).mapToObj(i -> i % 40).toList());
        assertThat(offsets()).containsExactlyElementsOf(IntStream.range(0, 170).mapToObj(i -> i * 40L).toList());
    }

    @Test
    void fewerPicturesKeepTheirTimes() throws Exception {
        // given
        Path file = directory.resolve("d.mp4");
        Videos.write(file, 100, "25");
        Conversion conversion = new Conversion(2, List.of(), null, 160, 90, false, null);

        // when
        camera(file, Double.POSITIVE_INFINITY, false, conversion).run(START);

        // then
        assertThat(numbers()).containsExactly(0, 13, 25, 38, 50, 63, 75, 88);
        assertThat(offsets()).containsExactlyElementsOf(numbers().stream().map(number -> number * 40L).toList());
    }

    @Test
    void masksAreBlackUpToTheEdge() throws Exception {
        // given
        Path file = directory.resolve("m.mp4");
        Videos.write(file, 3, "25");

        // when
        Cause cause = camera(file, Double.POSITIVE_INFINITY, false,
                masked(new Area(0, 0, 9999, 40), new Area(300, 0, 9999, 9999)))
                .run(START);

        // then
        assertThat(cause.kind()).isEqualTo(Cause.Kind.ENDED);
        assertThat(shots).hasSize(3);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(shots.getFirst().image().array()));
        assertThat(image.getWidth()).isEqualTo(Counter.WIDTH);
        assertThat(darkest(image.getRGB(10, 10))).isLessThan(24);
        assertThat(darkest(image.getRGB(310, 200))).isLessThan(24);
    }

    @Test
    void aMaskThatMissesThePictureLetsNoneOut() throws Exception {
        // given
        Path file = directory.resolve("n.mp4");
        Videos.write(file, 3, "25");

        // when
        Cause cause = camera(file, Double.POSITIVE_INFINITY, false,
                masked(new Area(0, 0, 8, 8), new Area(320, 0, 8, 8), new Area(0, 240, 8, 8)))
                .run(START);

        // then
        assertThat(cause).hasToString("a mask lies outside of the picture: nothing is taken, since what it should hide"
                + " could be seen (320,0,8,8 and 0,240,8,8; the picture has 320 x 240 pixels: give x,y,width,height in"
                + " pixels of the whole picture)");
        assertThat(shots).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        // given
        Path text = Files.writeString(directory.resolve("e.mp4"), "no video");

        // when
        Cause cause = camera(text, 1, false, Conversion.NONE).run(START);
        Cause missing = camera(directory.resolve("none.mp4"), 1, false, Conversion.NONE).run(START);

        // then
        assertThat(cause).hasToString("there is no video in it (moov atom not found)");
        assertThat(missing.kind()).isEqualTo(Cause.Kind.NOT_READABLE);
        assertThat(shots).isEmpty();
    }

    private RecordedCamera camera(Path file, double speed, boolean looped, Conversion conversion) {
        return new RecordedCamera(new Recording(file, speed, looped), conversion, SETTINGS, shots::add);
    }

    @Test
    void noPictureComesOnceTheyHaveBecomeTooSmallForAMask() throws Exception {
        // given
        Path large = directory.resolve("large.ts");
        Path small = directory.resolve("small.ts");
        Videos.write(large, 5, "25");
        Videos.shrink(large, small);
        Path both = Files.write(directory.resolve("both.ts"), Files.readAllBytes(large));
        Files.write(both, Files.readAllBytes(small), StandardOpenOption.APPEND);

        // when
        Cause cause = camera(both, Double.POSITIVE_INFINITY, false, masked(new Area(200, 100, 40, 40))).run(START);

        // then
        assertThat(cause.kind()).isEqualTo(Cause.Kind.MASK_OUTSIDE);
        assertThat(cause.detail()).contains("200,100,40,40", "160 x 120");
        assertThat(shots).hasSizeBetween(1, 5);
        for (Shot shot : shots) {
            assertThat(ImageIO.read(new ByteArrayInputStream(shot.image().array())).getWidth()).isEqualTo(320);
        }
    }

    private static Conversion masked(Area... masks) {
        return new Conversion(Double.POSITIVE_INFINITY, List.of(masks), null, null, 90, false, null);
    }

    /** The largest of the three parts of a colour. */
    private static int darkest(int rgb) {
        return Math.max(rgb & 0xff, Math.max(rgb >> 8 & 0xff, rgb >> 16 & 0xff));
    }

    private List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (Shot shot : shots) {
            numbers.add(Counter.read(shot.image().array()));
        }
        return numbers;
    }

    private List<Long> offsets() {
        return shots.stream().map(shot -> shot.capturedAt().toEpochMilli() - START.toEpochMilli()).toList();
    }
}
