package dev.andon.ingest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import dev.andon.config.DataSize;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.S3Config;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileIngestTest implements FileIngest.Progress {

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(true, null, new ByteArraySerializer(),
            new ByteArraySerializer());
    private final List<String> told = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void badFilesAreToldAndSkipped() throws Exception {
        Path good = png("1.png", 8);
        Path text = Files.writeString(directory.resolve("2.png"), "no image");
        Path large = png("3.png", 300);

        FileIngest.Summary summary = ingest(200).run(List.of(good, text, large), this);

        assertThat(summary).isEqualTo(new FileIngest.Summary(1, 2));
        assertThat(told).hasSize(3);
        assertThat(told.get(0)).isEqualTo("frames-0@0 1.png");
        assertThat(told.get(1)).startsWith("2.png: ");
        assertThat(told.get(2)).startsWith("3.png: ").contains("--by-reference");
        assertThat(producer.history()).hasSize(1);
    }

    @Override
    public void published(Path file, Position position) {
        told.add(position + " " + file.getFileName());
    }

    @Override
    public void failed(Path file, String detail) {
        told.add(file.getFileName() + ": " + detail);
    }

    private FileIngest ingest(long inlineLimit) {
        ImagesConfig limits = new ImagesConfig(new ImagePlace.Directory(Path.of("images")), List.of(), List.of(),
                List.of(),
                Duration.ofSeconds(1), new DataSize(100_000), 1_000_000,
                new DataSize(1000), S3Config.USUAL, RetentionConfig.USUAL);
        FramePublisher publisher = new FramePublisher(() -> producer, "frames",
                frame -> frame.id().value().getBytes(StandardCharsets.UTF_8));
        return new FileIngest(
                new FileFrames(new Origin(new LineId("l"), "c", null, null, List.of()), false, new FrameMaker(limits)),
                publisher,
                new Pace(Double.POSITIVE_INFINITY, InstantSource.system()), inlineLimit);
    }

    private Path png(String name, int side) throws IOException {
        Path file = directory.resolve(name);
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }
}
