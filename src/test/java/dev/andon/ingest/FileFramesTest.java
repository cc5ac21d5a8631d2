package dev.andon.ingest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.imageio.ImageIO;

import dev.andon.config.DataSize;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.S3Config;
import dev.andon.core.frame.Area;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;
import dev.andon.images.Pictures;
import dev.andon.images.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileFramesTest {

    private static final Origin ORIGIN = new Origin(new LineId("line-1"), "cam-1", null, "p-1", List.of());

    @TempDir
    Path directory;

    @Test
    void aFrameSaysWhatItsFileHolds() throws IOException {
        Path file = png("a.jpg", 8);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));

        Frame frame = ready(frames(false), file);

        assertThat(frame.contentType()).isEqualTo("image/png");
        assertThat(frame.size()).isEqualTo(Files.size(file));
        assertThat(frame.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(file)));
        assertThat(frame.capturedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(frame.partNumber()).isEqualTo("p-1");
        assertThat(frame.image()).isInstanceOf(ImageSource.Inline.class);
        assertThat(frame.quality()).isEqualTo(new ImageQuality(8, 8, 0, 0, 0));
    }

    @Test
    void byReferenceItPointsToTheFile() throws IOException {
        Path file = png("with space.png", 8);

        Frame frame = ready(frames(true), file);

        assertThat(frame.image()).isEqualTo(new ImageSource.Reference(file.toAbsolutePath().toUri()));
        assertThat(frame.quality()).isNotNull();
    }

    @Test
    void theIdStaysWithLineFileAndContent() throws IOException {
        Frame first = ready(frames(false), png("a.png", 8));

        assertThat(ready(frames(false), png("a.png", 8)).id()).isEqualTo(first.id());
        assertThat(ready(frames(false), png("b.png", 8)).id()).isNotEqualTo(first.id());
        assertThat(ready(frames(false), png("a.png", 9)).id()).isNotEqualTo(first.id());
    }

    @Test
    void metadataIsNotPublishedAndMakesNoOtherFrame() throws IOException {
        byte[] image = Files.readAllBytes(png("a.png", 8));
        Frame plain = ready(frames(false), directory.resolve("a.png"));

        Frame frame = ready(frames(false), Files.write(directory.resolve("a.png"), Tags.png(image, 1)));

        assertThat(((ImageSource.Inline) frame.image()).bytes().array()).isEqualTo(image);
        assertThat(frame).usingRecursiveComparison().ignoringFields("capturedAt").isEqualTo(plain);
    }

    @Test
    void byReferenceAFileIsNotTouched() throws IOException {
        byte[] tagged = Tags.png(Files.readAllBytes(png("a.png", 8)), 1);

        Frame frame = ready(frames(true), Files.write(directory.resolve("a.png"), tagged));

        assertThat(frame.sha256()).isEqualTo(Sha256.hex(tagged));
    }

    @Test
    void otherMasksMakeAnotherFrame() throws IOException {
        Path file = png("a.png", 8);
        ImageIO.write(white(), "png", file.toFile());
        Origin masked = new Origin(ORIGIN.line(), "cam-1", null, "p-1", List.of(new Area(0, 0, 4, 4)));

        Frame frame = ready(frames(masked, false), file);

        assertThat(frame.id()).isNotEqualTo(ready(frames(false), file).id())
                .isEqualTo(ready(frames(masked, false), file).id());
        assertThat(frame.quality()).isNotNull().satisfies(quality -> assertThat(quality.exposure()).isEqualTo(0.75));
        assertThat(frames(masked, true).read(file)).isInstanceOfSatisfying(Made.Unfit.class,
                unfit -> assertThat(unfit.detail()).contains("travels by reference"));
    }

    private static BufferedImage white() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 8, 8, Pictures.pixels(64, 0xffffff), 0, 8);
        return image;
    }

    @Test
    void whatIsNoImageTooLargeOrGoneIsUnfit() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jpg"), "no image");
        Path large = Files.write(directory.resolve("large.jpg"), new byte[5000]);
        Path gone = directory.resolve("gone.jpg");

        assertThat(List.of(text, large, gone)).allSatisfy(file -> assertThat(frames(false).read(file))
                .isInstanceOfSatisfying(Made.Unfit.class, unfit -> assertThat(unfit.detail()).isNotBlank()));
    }

    private static FileFrames frames(boolean byReference) {
        return frames(ORIGIN, byReference);
    }

    private static FileFrames frames(Origin origin, boolean byReference) {
        ImagesConfig limits = new ImagesConfig(new ImagePlace.Directory(Path.of("images")), List.of(), List.of(),
                List.of(), Duration.ofSeconds(1), new DataSize(4000), 1_000_000, new DataSize(1000), S3Config.USUAL,
                RetentionConfig.USUAL);
        return new FileFrames(origin, byReference, new FrameMaker(limits));
    }

    private static Frame ready(FileFrames frames, Path file) {
        return ((Made.Ready) frames.read(file)).frame();
    }

    private Path png(String name, int side) throws IOException {
        Path file = directory.resolve(name);
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }
}
