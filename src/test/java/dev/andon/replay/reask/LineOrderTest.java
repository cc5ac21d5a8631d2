package dev.andon.replay.reask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.replay.images.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LineOrderTest {

    private static final Instant DAY = Instant.parse("2026-11-23T08:00:00Z");

    private final List<Wanted> accepted = new ArrayList<>();
    private final List<Wanted> held = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheOrderOfLinesAndOfTopics(long seed) {
        publish(new SplittableRandom(seed), 200);

        List<Wanted> merged = LineOrder.merge(held, accepted);

        assertThat(merged).containsAll(accepted).containsAll(held).hasSize(accepted.size() + held.size());
        assertThat(merged).filteredOn(accepted::contains).isEqualTo(accepted);
        assertThat(merged).filteredOn(held::contains).isEqualTo(held);
        for (String line : List.of("a", "b", "c")) {
            assertThat(merged).filteredOn(wanted -> wanted.line().value().equals(line))
                    .extracting(Wanted::sequence).isSorted();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheSameFromAnywhere(long seed) {
        publish(new SplittableRandom(seed), 60);
        List<Wanted> merged = LineOrder.merge(held, accepted);

        for (int done = 0; done <= merged.size(); done++) {
            List<Wanted> before = merged.subList(0, done);
            assertThat(LineOrder.merge(without(held, before), without(accepted, before)))
                    .isEqualTo(merged.subList(done, merged.size()));
        }
    }

    private static List<Wanted> without(List<Wanted> all, List<Wanted> gone) {
        return all.stream().filter(wanted -> !gone.contains(wanted)).toList();
    }

    /** Decides in an order that is nearly that of the line, and wants two of three. */
    private void publish(SplittableRandom random, int count) {
        Map<String, Long> sequences = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String line = List.of("a", "b", "c").get(random.nextInt(3));
            long sequence = sequences.merge(line, 1L, Long::sum);
            boolean holds = random.nextBoolean();
            Position at = new Position(holds ? "human-review" : "accepted", 0, i);
            if (random.nextInt(3) > 0) {
                (holds ? held : accepted)
                        .add(new Wanted(new LineId(line), sequence, DAY.plusMillis(10L * i + random.nextInt(50)), at,
                                new Place.InRecord(at)));
            }
        }
    }
}
