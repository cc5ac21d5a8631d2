package dev.andon.images.retention;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.andon.core.decision.KeptSample;
import dev.andon.images.ImageStock;
import dev.andon.images.StoredImage;
import dev.andon.images.retention.Pruned.Count;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PruningTest {

    private static final Periods PERIODS = new Periods(Duration.ofDays(90), Duration.ofDays(180), Duration.ofDays(7),
            Duration.ofDays(14));
    private static final Instant NOW = Instant.parse("2026-06-07T08:09:10Z");
    private static final StoredImage DUE = image("a", 100, NOW.minus(Duration.ofDays(14)));
    private static final StoredImage YOUNG = image("b", 20, NOW.minus(Duration.ofDays(14)).plusMillis(1));

    private final Stock stock = new Stock(DUE, YOUNG);

    @Test
    void deletesWhatIsDueAndCounts() throws IOException {
        Map<Ground, Pruned> pruned = pruning().run(false);

        assertThat(stock.images).containsExactly(YOUNG);
        assertThat(pruned).containsEntry(Ground.UNREFERENCED, new Pruned(new Count(1, 20), new Count(1, 100)))
                .containsEntry(Ground.HELD, Pruned.NOTHING).hasSize(Ground.values().length);
    }

    @Test
    void aDryRunSaysTheSameAndDeletesNothing() throws IOException {
        Map<Ground, Pruned> pruned = pruning().run(true);

        assertThat(stock.images).containsExactly(DUE, YOUNG);
        assertThat(pruned).containsEntry(Ground.UNREFERENCED, new Pruned(new Count(1, 20), new Count(1, 100)));
    }

    @Test
    void whatIsKeptAgainAtTheLastMomentStays() throws IOException {
        stock.keptAgain = DUE;

        Map<Ground, Pruned> pruned = pruning().run(false);

        assertThat(stock.images).containsExactly(DUE, YOUNG);
        assertThat(pruned).containsEntry(Ground.UNREFERENCED, new Pruned(new Count(2, 120), Count.NONE));
    }

    @Test
    void saysWhyItCannotGoOn() {
        stock.broken = true;

        assertThatThrownBy(() -> pruning().run(false)).isInstanceOf(IOException.class).hasMessage("read-only");
    }

    @Test
    void onlyFramesThatAreOlderThanAnyImageThatIsDueConcernIt() {
        assertThat(Pruning.concerned(PERIODS, NOW)).isEqualTo(NOW.minus(Duration.ofDays(5)));
    }

    private Pruning pruning() {
        return new Pruning(stock, new ImageUses(new KeptSample("salt", 0)), PERIODS, NOW);
    }

    private static StoredImage image(String digit, long size, Instant modified) {
        return new StoredImage("sha256/" + digit.repeat(2) + "/" + digit.repeat(62) + ".jpg", digit.repeat(64), size,
                modified);
    }

    /** A stock in memory. */
    private static final class Stock implements ImageStock {

        private final List<StoredImage> images;
        private StoredImage keptAgain = YOUNG;
        private boolean broken;

        Stock(StoredImage... images) {
            this.images = new ArrayList<>(List.of(images));
        }

        @Override
        public void each(Consumer<StoredImage> reader) {
            List.copyOf(images).forEach(reader);
        }

        @Override
        public URI uri(StoredImage image) {
            return URI.create("memory:" + image.name());
        }

        @Override
        public boolean delete(StoredImage image) throws IOException {
            if (broken) {
                throw new IOException("read-only");
            }
            return !image.equals(keptAgain) && images.remove(image);
        }
    }
}
