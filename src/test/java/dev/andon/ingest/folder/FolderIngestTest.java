package dev.andon.ingest.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.config.DataSize;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.S3Config;
import dev.andon.core.frame.Area;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.frame.Sha256;
import dev.andon.fixture.TestFrames;
import dev.andon.images.DirectoryImageStore;
import dev.andon.images.ImageStore;
import dev.andon.images.Tags;
import dev.andon.ingest.Carriage;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.Origin;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A folder, a producer that is not a broker, and a clock that is moved by hand. */
class FolderIngestTest implements FolderIngest.Progress {

    private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Frame> frames = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private MockProducer<byte[], byte[]> producer = producer(true);
    private Instant now = WRITTEN.plusSeconds(60);
    private Origin origin = new Origin(new LineId("line-1"), "cam-1", "st-1", "part-1", List.of());

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(directory.resolve("drop"));
    }

    @Test
    void whatIsPublishedIsDone() throws Exception {
        drop("b.jpg", 2, 20);
        drop("a.jpg", 1, 30);

        pass();

        assertThat(frames).extracting(Frame::capturedAt).containsExactly(WRITTEN.plusSeconds(20),
                WRITTEN.plusSeconds(30));
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.stationId()).isEqualTo("st-1");
            assertThat(frame.partNumber()).isEqualTo("part-1");
            assertThat(frame.contentType()).isEqualTo("image/jpeg");
        });
        assertThat(files(folder)).containsExactly("done/a.jpg", "done/b.jpg");
    }

    @Test
    void aFileThatStillGrowsIsLeftAlone() throws Exception {
        FolderIngest ingest = ingest(Duration.ofSeconds(2), null, DropFolder.SideCars.NONE, null);
        drop("a.jpg", 1, 0);
        look(ingest);
        now = now.plusSeconds(1);
        drop("a.jpg", 2, 1);
        look(ingest);
        now = now.plusSeconds(1);
        look(ingest);
        assertThat(frames).isEmpty();

        now = now.plusSeconds(1);
        look(ingest);

        assertThat(frames).singleElement().satisfies(
                frame -> assertThat(frame.size()).isEqualTo(TestFrames.image(2).length));
    }

    @Test
    void whatCanBeNoFrameIsPutAsideWithTheReason() throws Exception {
        Files.writeString(folder.resolve("text.jpg"), "no image");

        pass();

        assertThat(frames).isEmpty();
        assertThat(files(folder)).containsExactly("failed/text.jpg", "failed/text.jpg.txt");
        assertThat(Files.readString(folder.resolve("failed/text.jpg.txt"))).contains("no image that is known");
        assertThat(told).singleElement().asString().startsWith("failed text.jpg");
    }

    @Test
    void otherFilesStay() throws Exception {
        Files.writeString(folder.resolve("readme.txt"), "nothing");
        Files.writeString(folder.resolve(".hidden.jpg"), "nothing");
        Files.writeString(folder.resolve("a.jpg.part"), "nothing");

        pass();

        assertThat(files(folder)).containsExactly(".hidden.jpg", "a.jpg.part", "readme.txt");
        assertThat(told).isEmpty();
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws Exception {
        FolderIngest ingest = ingest(Duration.ZERO, null, DropFolder.SideCars.NONE, null);
        for (int i = 0; i < 3; i++) {
            drop("sub/a.jpg", i, i);
            look(ingest);
        }

        assertThat(files(folder)).containsExactly("done/sub/a-2.jpg", "done/sub/a-3.jpg", "done/sub/a.jpg");
        assertThat(frames).extracting(Frame::id).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void whatNobodyMaySeeIsNotPublishedAndStaysInTheFile() throws Exception {
        origin = new Origin(new LineId("line-1"), "cam-1", null, null, List.of(new Area(0, 0, 64, 24)));
        byte[] tagged = Tags.jpeg(TestFrames.image(255), 1);
        Files.write(folder.resolve("a.jpg"), tagged);

        pass();

        Frame frame = frames.getFirst();
        byte[] published = ((ImageSource.Inline) frame.image()).bytes().array();
        assertThat(Tags.tell(published)).isFalse();
        assertThat(frame.sha256()).isEqualTo(Sha256.hex(published));
        assertThat(frame.size()).isEqualTo(published.length);
        assertThat(frame.quality()).isNotNull().satisfies(
                quality -> assertThat(quality.exposure()).isCloseTo(0.5, within(0.02)));
        assertThat(Files.readAllBytes(folder.resolve("done/a.jpg"))).isEqualTo(tagged);
    }

    @Test
    void aMaskThatMissesTheImagePublishesNothing() throws Exception {
        origin = new Origin(new LineId("line-1"), "cam-1", null, null, List.of(new Area(64, 0, 10, 10)));
        drop("a.jpg", 1, 0);

        pass();

        assertThat(frames).isEmpty();
        assertThat(Files.readString(folder.resolve("failed/a.jpg.txt"))).contains("the mask 64,0,10,10 lies outside");
    }

    @Test
    void afterACrashItIsTheSameFrame() throws Exception {
        drop("a.jpg", 1, 0);
        pass();
        drop("a.jpg", 1, 0);

        pass();

        assertThat(frames).hasSize(2);
        assertThat(frames.get(1).id()).isEqualTo(frames.get(0).id());
    }

    @Test
    void whatIsNotWrittenStaysAndIsSentAgain() throws Exception {
        producer = producer(false);
        FolderIngest ingest = ingest(Duration.ZERO, null, DropFolder.SideCars.NONE, null);
        drop("a.jpg", 1, 0);
        look(ingest);
        producer.errorNext(new TimeoutException("the broker is away"));
        ingest.hear(Duration.ZERO);
        assertThat(files(folder)).containsExactly("a.jpg");

        ingest.look(() -> false);
        producer.completeNext();
        ingest.hear(Duration.ZERO);

        assertThat(files(folder)).containsExactly("done/a.jpg");
        assertThat(told).anySatisfy(line -> assertThat(line).contains("sent again", "the broker is away"));
    }

    @Test
    void aDelayIsSaidOnce() throws Exception {
        drop("a.jpg", 1, 0);
        FolderIngest ingest = ingest(Duration.ZERO, null, DropFolder.SideCars.NONE, null);
        Files.delete(folder.resolve("done"));
        Files.writeString(folder.resolve("done"), "in the way");
        look(ingest);

        look(ingest);

        assertThat(told).filteredOn(line -> line.startsWith("published")).hasSize(1);
        assertThat(told).filteredOn(line -> line.contains("done")).hasSize(1);
    }

    @Test
    void namesAndFilesBesideThemSayMore() throws Exception {
        drop("SN7_x.jpg", 1, 0);
        Files.writeString(folder.resolve("SN7_x.json"),
                "{\"workOrder\":\"WO1\",\"partNumber\":\"BR-2\",\"capturedAt\":\"2026-05-06T07:08:09Z\",\"other\":[1]}");

        look(ingest(Duration.ZERO, "{unit}_{*}", DropFolder.SideCars.OPTIONAL, null));

        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.unitId()).isEqualTo("SN7");
            assertThat(frame.workOrder()).isEqualTo("WO1");
            assertThat(frame.partNumber()).isEqualTo("BR-2");
            assertThat(frame.capturedAt()).isEqualTo("2026-05-06T07:08:09Z");
        });
        assertThat(files(folder)).containsExactly("done/SN7_x.jpg", "done/SN7_x.json");
    }

    @Test
    void anImageWaitsForWhatHasToStandBesideIt() throws Exception {
        FolderIngest ingest = ingest(Duration.ZERO, null, DropFolder.SideCars.REQUIRED, null);
        drop("a.jpg", 1, 0);
        drop("b.jpg", 2, 0);
        look(ingest);
        assertThat(frames).isEmpty();

        Files.writeString(folder.resolve("b.json"), "{}");
        now = now.plusSeconds(61);
        look(ingest);

        assertThat(files(folder)).containsExactly("done/b.jpg", "done/b.json", "failed/a.jpg", "failed/a.jpg.txt");
        assertThat(Files.readString(folder.resolve("failed/a.jpg.txt"))).contains("no a.json beside it");
    }

    @Test
    void aNameThatSaysNothingAndJunkBesideAnImageArePutAside() throws Exception {
        drop("nothing.jpg", 1, 0);
        drop("SN1_x.jpg", 1, 0);
        Files.writeString(folder.resolve("SN1_x.json"), "{\"capturedAt\":\"yesterday\"}");

        look(ingest(Duration.ZERO, "{unit}_{*}", DropFolder.SideCars.OPTIONAL, null));

        assertThat(Files.readString(folder.resolve("failed/nothing.jpg.txt"))).contains("'{unit}_{*}'");
        assertThat(Files.readString(folder.resolve("failed/SN1_x.jpg.txt"))).contains("capturedAt is 'yesterday'");
        assertThat(files(folder)).contains("failed/SN1_x.json");
    }

    @Test
    void aLargeImageTravelsByUriWhereItCanBeStored() throws Exception {
        drop("a.jpg", 1, 0);
        look(ingest(Duration.ZERO, null, DropFolder.SideCars.NONE,
                new DirectoryImageStore(directory.resolve("store"))));
        drop("a.jpg", 2, 0);
        look(ingest(Duration.ZERO, null, DropFolder.SideCars.NONE, null));

        assertThat(frames.getFirst().image()).isInstanceOfSatisfying(ImageSource.Reference.class,
                reference -> assertThat(Path.of(reference.uri())).hasBinaryContent(TestFrames.image(1)));
    }

    @Override
    public void published(Path file, Frame frame, Position position) {
        told.add("published " + folder.relativize(file) + " at " + position);
    }

    @Override
    public void failed(Path file, String reason) {
        told.add("failed " + folder.relativize(file) + ": " + reason);
    }

    @Override
    public void delayed(String detail) {
        told.add(detail);
    }

    private void pass() throws Exception {
        look(ingest(Duration.ZERO, null, DropFolder.SideCars.OPTIONAL, null));
    }

    private static void look(FolderIngest ingest) throws InterruptedException {
        ingest.look(() -> false);
        ingest.hear(Duration.ZERO);
    }

    private FolderIngest ingest(Duration settle, @Nullable String pattern, DropFolder.SideCars sideCars,
            @Nullable ImageStore store) throws IOException {
        ImagesConfig limits = new ImagesConfig(new ImagePlace.Directory(Path.of("images")), List.of(), List.of(),
                List.of(),
                Duration.ofSeconds(1), new DataSize(1 << 20), 1_000_000, new DataSize(1000), S3Config.USUAL,
                RetentionConfig.USUAL);
        FramePublisher publisher = new FramePublisher(() -> producer, "frames", frame -> {
            frames.add(frame);
            return frame.id().value().getBytes(StandardCharsets.UTF_8);
        });
        DropFolder drops = new DropFolder(origin, folder, folder.resolve("done"), folder.resolve("failed"), settle,
                pattern == null ? null : NamePattern.of(pattern, ZoneId.of("UTC")), sideCars);
        return new FolderIngest(drops, new FrameMaker(limits), new Carriage(store == null ? 1 << 20 : 10, store),
                publisher, this, () -> now);
    }

    private static MockProducer<byte[], byte[]> producer(boolean answers) {
        return new MockProducer<>(answers, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void drop(String name, int image, int second) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, TestFrames.image(image));
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN.plusSeconds(second)));
    }

    private List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList();
        }
    }
}
