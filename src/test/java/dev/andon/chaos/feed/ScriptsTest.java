package dev.andon.chaos.feed;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import dev.andon.chaos.clients.Sending;
import dev.andon.core.frame.Position;
import dev.andon.core.frame.Sha256;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptsTest {

    private static final int PARTITIONS = 8;

    private static Map<String, LineScript> scripts(long seed) {
        return Scripts.of(new FeedSettings(seed, 24, 20, Path.of("files")), PARTITIONS);
    }

    private static List<Shot> shots(LineScript script, int count) {
        return IntStream.range(0, count).mapToObj(i -> script.next()).toList();
    }

    private static Map<String, List<Shot>> all(long seed) {
        return scripts(seed).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> shots(entry.getValue(), 500)));
    }

    @Test
    void sendsTheSameForTheSameSeed() {
        assertThat(all(7)).isEqualTo(all(7)).isNotEqualTo(all(8));
    }

    @Test
    void hasASteadyLineOnEachPartition() {
        List<String> lines = List.copyOf(scripts(7).keySet());

        assertThat(lines).hasSize(24).doesNotHaveDuplicates();
        assertThat(lines.subList(0, PARTITIONS).stream().map(line -> LineNames.partition(line, PARTITIONS)))
                .containsExactlyElementsOf(IntStream.range(0, PARTITIONS).boxed().toList());
    }

    @Test
    void keepsTheRateOnAverage() {
        double perSecond = all(7).values().stream()
                .mapToDouble(shots -> 1e3 * shots.size() / shots.stream().map(Shot::pause)
                        .reduce(Duration.ZERO, Duration::plus).toMillis())
                .sum();

        assertThat(perSecond).isBetween(16.0, 24.0);
    }

    @Test
    void sendsEveryKindAndUsesIdsAgainForTheSameAndForOtherPictures() {
        List<Shot> shots = shots(scripts(7).values().iterator().next(), 3000);
        Map<String, List<Shot>> byId = shots.stream().collect(Collectors.groupingBy(Shot::frameId));

        assertThat(shots.stream().map(Shot::content)).contains(Content.values());
        assertThat(byId.values()).anyMatch(same -> same.size() > 1 && pictures(same).size() == 1)
                .anyMatch(same -> pictures(same).size() > 1);
        assertThat(shots.stream().filter(shot -> shot.picture().size() > 1_000_000)).isNotEmpty();
    }

    @Test
    void sendsMostlyPicturesThatTheModelCanJudgeAndEverySizeInlineAndByUri() {
        List<Shot> shots = all(7).values().stream().flatMap(List::stream)
                .filter(shot -> shot.content() == Content.IMAGE).toList();

        assertThat(shots.stream().filter(shot -> shot.picture().scale() == 1).count())
                .isGreaterThan(shots.size() * 85L / 100);
        for (boolean byUri : List.of(true, false)) {
            assertThat(shots.stream().filter(shot -> shot.byUri() == byUri).map(Shot::picture))
                    .anyMatch(picture -> picture.scale() == 4).anyMatch(picture -> picture.scale() == 2)
                    .anyMatch(picture -> picture.scale() == 1 && picture.size() == 0)
                    .anyMatch(picture -> picture.size() > 200_000)
                    .anyMatch(picture -> picture.size() > 1_500_000);
        }
    }

    private static Set<Picture> pictures(List<Shot> shots) {
        return shots.stream().map(Shot::picture).collect(Collectors.toSet());
    }

    @Test
    void developsValidPicturesThatDiffer() throws Exception {
        Album album = Album.of(7);
        List<String> digests = new ArrayList<>();
        for (Picture picture : List.of(new Picture("board", 1, 4, "a", 0), new Picture("board", 1, 4, "b", 0),
                new Picture("board", 1, 1, "a", 1_900_000))) {
            byte[] jpeg = album.bytes(picture);
            assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(1280 / picture.scale());
            assertThat(jpeg.length).isBetween(picture.size(), picture.size() + 50_000);
            assertThat(album.bytes(picture)).isEqualTo(jpeg);
            digests.add(Sha256.hex(jpeg));
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void aJournalTellsWhatIsDue() {
        Journal journal = new Journal();
        List<Draft> drafts = List.of(draft("a", "1"), draft("a", "1"), draft("a", "2"), draft("b", "3"));

        drafts.forEach(draft -> journal.close(journal.open(draft),
                new Sending.Confirmed(new Position("frames", 0, 0))));
        journal.open(draft("c", "4"));
        journal.close(journal.open(draft("d", "5")), new Sending.Unconfirmed("gave up"));

        assertThat(journal.count()).isEqualTo(6);
        assertThat(journal.due()).isEqualTo(3);
        assertThat(journal.entries()).extracting(Entry::number).containsExactly(0, 1, 2, 3, 4, 5);
    }

    private static Draft draft(String id, String sha256) {
        return new Draft("line", id, sha256, Content.IMAGE, Instant.EPOCH);
    }
}
