package dev.andon.async;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.andon.async.Resequencer.Released;
import dev.andon.async.Resequencer.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResequencerTest {

    private final Resequencer<String, Long, String> lanes = new Resequencer<>();

    @Test
    void laterItemsWaitForEarlierOnesOfTheirLaneAlone() {
        Slot<String, Long, String> a1 = start("a", 1);
        Slot<String, Long, String> a2 = start("a", 2);
        Slot<String, Long, String> b3 = start("b", 3);

        assertThat(lanes.done(a2, "two")).isEmpty();
        assertThat(lanes.done(b3, "three")).containsExactly(new Released<>(3L, "three"));
        assertThat(lanes.done(a1, "one")).containsExactly(new Released<>(1L, "one"), new Released<>(2L, "two"));
        assertThat(lanes.size()).isZero();
    }

    @Test
    void onlyTheFirstUnstartedItemOfALaneCanBeStarted() {
        Slot<String, Long, String> a1 = lanes.append("a", 1, 1L);
        Slot<String, Long, String> a2 = lanes.append("a", 2, 2L);
        Slot<String, Long, String> b3 = lanes.append("b", 3, 3L);

        assertThat(lanes.startable()).containsExactly(a1, b3);
        lanes.starting(a1);
        assertThat(lanes.startable()).containsExactly(b3);
        lanes.started(a1);
        assertThat(lanes.startable()).containsExactly(a2, b3);
        assertThat(lanes.startable()).extracting(lanes::unstartedBeside).containsExactly(1, 1);
    }

    @Test
    void aPostponedItemComesFirstAgain() {
        Slot<String, Long, String> a1 = lanes.append("a", 1, 1L);
        lanes.append("a", 2, 2L);
        lanes.starting(a1);

        lanes.postponed(a1);

        assertThat(lanes.startable()).containsExactly(a1);
        assertThat(lanes.isOldest(a1)).isTrue();
    }

    @Test
    void aWithdrawnItemComesBeforeTheLaterOnesOfItsLane() {
        Slot<String, Long, String> a1 = start("a", 1);
        Slot<String, Long, String> a2 = start("a", 2);
        Slot<String, Long, String> a3 = lanes.append("a", 3, 3L);
        Slot<String, Long, String> a4 = lanes.append("a", 4, 4L);
        lanes.starting(a3);

        lanes.withdrawn(a2);
        assertThat(lanes.startable()).containsExactly(a2);
        lanes.started(a3);
        lanes.withdrawn(a1);

        assertThat(lanes.startable()).containsExactly(a1);
        assertThat(lanes.unstarted()).isEqualTo(3);
        restart(a1);
        restart(a2);
        assertThat(lanes.startable()).containsExactly(a4);
        restart(a4);
        lanes.done(a4, "four");
        lanes.done(a3, "three");
        lanes.done(a2, "two");
        assertThat(lanes.done(a1, "one")).extracting(Released::item).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lanes.unstarted()).isZero();
    }

    private void restart(Slot<String, Long, String> slot) {
        lanes.starting(slot);
        lanes.started(slot);
    }

    @Test
    void anItemIsDoneOnce() {
        Slot<String, Long, String> a1 = start("a", 1);
        lanes.done(a1, "one");

        assertThatIllegalStateException().isThrownBy(() -> lanes.done(a1, "again")).withMessageContaining("DONE");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheOrderOfCompletionEachLaneComesOutInOrderAndWhole(long seed) {
        Random random = new Random(seed);
        Map<String, List<Long>> in = new HashMap<>();
        Map<String, List<Long>> out = new HashMap<>();
        List<Slot<String, Long, String>> underWay = new ArrayList<>();
        for (long ordinal = 0; ordinal < 2000 || !underWay.isEmpty(); ordinal++) {
            if (ordinal < 2000) {
                String lane = "lane" + random.nextInt(5);
                in.computeIfAbsent(lane, any -> new ArrayList<>()).add(ordinal);
                lanes.append(lane, ordinal, ordinal);
            }
            lanes.startable().stream().filter(any -> random.nextBoolean()).forEach(slot -> {
                lanes.starting(slot);
                if (random.nextInt(4) == 0) {
                    lanes.postponed(slot);
                } else {
                    lanes.started(slot);
                    underWay.add(slot);
                }
            });
            while (!underWay.isEmpty() && random.nextInt(3) > 0) {
                Slot<String, Long, String> slot = underWay.remove(random.nextInt(underWay.size()));
                String lane = laneOf(in, slot.item());
                lanes.done(slot, lane)
                        .forEach(r -> out.computeIfAbsent(r.result(), any -> new ArrayList<>()).add(r.item()));
            }
            if (ordinal >= 2000 && lanes.size() == 0) {
                break;
            }
        }
        lanes.startable().forEach(slot -> assertThat(slot.isStarted()).isFalse());
        out.forEach((lane, items) -> assertThat(in.get(lane)).startsWith(items.toArray(Long[]::new)));
    }

    private static String laneOf(Map<String, List<Long>> in, long ordinal) {
        return in.entrySet().stream().filter(e -> e.getValue().contains(ordinal)).findFirst().orElseThrow().getKey();
    }

    private Slot<String, Long, String> start(String lane, long ordinal) {
        Slot<String, Long, String> slot = lanes.append(lane, ordinal, ordinal);
        lanes.starting(slot);
        lanes.started(slot);
        return slot;
    }
}
