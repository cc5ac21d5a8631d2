package dev.andon.replay.images;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Position;
import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.Judgements;
import dev.andon.images.DirectoryImageStock;
import dev.andon.images.DirectoryImageStore;
import dev.andon.images.ImageAccess;
import dev.andon.images.Leads;
import dev.andon.replay.images.CoverageTally.Outcome;
import dev.andon.replay.images.CoverageTally.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageTallyTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final byte[] STORED = {1, 2, 3};
    private static final byte[] FILED = {4, 5, 6, 7};
    private static final byte[] LARGE = {4, 5, 6, 7, 8};
    private static final Position GONE = new Position("frames", 0, 9);
    private static final Position KEPT = new Position("frames", 0, 10);

    @TempDir
    private Path directory;

    private Path file;
    private CoverageTally tally;

    @BeforeEach
    void given() throws Exception {
        file = Files.writeString(Files.createDirectory(directory.resolve("files")).resolve("a.jpg"), "");
        Path store = directory.resolve("store");
        new DirectoryImageStore(store).put(ImageBytes.of(STORED), Sha256.hex(STORED), "image/jpeg");
        Leads leads = new Leads(new ImageAccess(List.of(file.getParent()), List.of("images.example.com"), List.of(),
                Duration.ofSeconds(1)));
        Path archive = directory.resolve("archive");
        Path shift = Files.createDirectories(archive.resolve("shift 1"));
        Files.write(shift.resolve("one"), FILED);
        Files.write(shift.resolve("two"), LARGE);
        tally = new CoverageTally(new Whereabouts(ImageIndex.ofStore(new DirectoryImageStock(store)),
                ImageIndex.ofFolder(archive, FILED.length), leads,
                new FramesKept("frames", Map.of(0, new FramesKept.Span(10, 20)))), Period.MONTH);
    }

    @Test
    void anImageIsFoundByTheSurestWay() {
        add(held(null, KEPT, "x"), new Position("human-review", 0, 1));
        add(held(null, KEPT, Sha256.hex(STORED)), null);
        add(held(file.toUri(), KEPT, Sha256.hex(FILED)), null);
        add(held(null, GONE, Sha256.hex(LARGE)), null);
        add(held(file.toUri(), KEPT, "x"), null);
        add(held(URI.create("http://images.example.com/a.jpg"), KEPT, "x"), null);
        add(held(URI.create("http://other.example.com/a.jpg"), KEPT, "x"), null);
        add(held(null, GONE, "x"), null);
        add(held(null, new Position("frames", 1, 10), "x"), null);
        add(held(null, new Position("frames", 0, 20), "x"), null);
        add(held(null, new Position("other", 0, 10), "x"), null);

        Coverage held = tally.together();

        assertThat(held.inspections()).isEqualTo(11);
        assertThat(held.withImage()).isEqualTo(6);
        assertThat(held.byWay())
                .isEqualTo(Map.of(Way.RECORD, 1L, Way.STORE, 1L, Way.FOLDER, 1L, Way.FILE, 1L, Way.SERVER, 1L,
                        Way.FRAME, 1L));
    }

    @Test
    void countsByMonthAndByOutcome() {
        add(at(GONE, Judgements.accepted("good", file.toUri(), NOVEMBER, Result.OK)), null);
        add(at(GONE, Judgements.accepted("bad", URI.create("file:///gone.jpg"), DECEMBER, Result.NOT_OK)), null);
        add(at(KEPT, Judgements.held("held", URI.create("file:///gone.jpg"), DECEMBER)), null);

        assertThat(tally.byLine()).containsOnlyKeys("press");
        assertThat(tally.byLine().get("press")).isEqualTo(Map.of("2026-11", new Coverage(1, Map.of(Way.FILE, 1L)),
                "2026-12", new Coverage(2, Map.of(Way.FRAME, 1L))));
        assertThat(tally.byOutcome()).isEqualTo(Map.of(Outcome.ACCEPTED, new Coverage(1, Map.of(Way.FILE, 1L)),
                Outcome.NOT_OK, new Coverage(1, Map.of()), Outcome.HELD, new Coverage(1, Map.of(Way.FRAME, 1L))));
        assertThat(tally.together().share()).isEqualTo(2.0 / 3);
    }

    private void add(Inspection inspection, @Nullable Position image) {
        tally.add(new Recorded(inspection, new Position("human-review", 0, 7), image));
    }

    private static Inspection held(@Nullable URI uri, Position frame, String sha256) {
        return with(Judgements.held("i", URI.create("file:///none"), DECEMBER), new ImageReference(uri, frame, sha256));
    }

    private static Inspection at(Position frame, Inspection i) {
        return with(i, new ImageReference(i.image().uri(), frame, "x"));
    }

    private static Inspection with(Inspection i, ImageReference image) {
        return new Inspection(i.id(), i.frame(), i.line(), i.lineSequence(), i.decision(), i.purpose(), i.scores(),
                i.uncertainty(), i.samples(), i.asking(), i.applied(), image, i.imageBytes(), i.imageType(), i.lot(),
                i.times(), i.simulated());
    }
}
