package dev.andon.async;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FairQueueTest {

    private static double alike(String flow) {
        return 1;
    }

    @Test
    void aFlowAloneGetsEverythingInItsOrder() {
        FairQueue<String, Integer> queue = new FairQueue<>(FairQueueTest::alike);
        for (int item = 0; item < 5; item++) {
            queue.add("one", item);
        }

        assertThat(taken(queue, 5)).containsExactly(0, 1, 2, 3, 4);
        assertThat(queue.take(any -> true)).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void aQuietFlowDoesNotWaitBehindABusyOne() {
        FairQueue<String, Integer> queue = new FairQueue<>(FairQueueTest::alike);
        for (int item = 0; item < 1000; item++) {
            queue.add("busy", item);
        }
        taken(queue, 500);

        queue.add("quiet", -1);

        assertThat(taken(queue, 2)).contains(-1);
    }

    @Test
    void aFlowIsNotPaidForTheTimeInWhichItWantedNothing() {
        FairQueue<String, Integer> queue = new FairQueue<>(FairQueueTest::alike);
        for (int item = 0; item < 1000; item++) {
            queue.add("steady", 1);
        }
        taken(queue, 500);
        for (int item = 0; item < 100; item++) {
            queue.add("late", 0);
        }

        assertThat(taken(queue, 20).stream().mapToInt(i -> i).sum()).isBetween(9, 11);
    }

    /** Flows of random weights that always want more: no share is off by more than one turn of each flow. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void sharesFollowTheWeights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int flows = random.nextInt(2, 30);
        Map<Integer, Double> weights = new HashMap<>();
        FairQueue<Integer, Integer> queue = new FairQueue<>(flow -> weights.getOrDefault(flow, 1.0));
        for (int flow = 0; flow < flows; flow++) {
            weights.put(flow, random.nextDouble(0.2, 5));
            queue.add(flow, flow);
            queue.add(flow, flow);
        }
        int rounds = 20_000;
        Map<Integer, Integer> served = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            int flow = queue.take(any -> true).orElseThrow();
            served.merge(flow, 1, Integer::sum);
            queue.add(flow, flow);
        }

        double all = weights.values().stream().mapToDouble(w -> w).sum();
        double most = weights.values().stream().mapToDouble(w -> w).max().orElseThrow();
        weights.forEach((flow, weight) -> assertThat((double) served.getOrDefault(flow, 0))
                .isCloseTo(rounds * weight / all, within(2 + 2 * weight * flows / most)));
    }

    /** Whatever comes, goes or may not go: nothing is lost or doubled, and what may go never waits for what may not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everythingThatCameGoesOnceOrIsThereStill(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FairQueue<Integer, Integer> queue = new FairQueue<>(flow -> 1 + flow % 3);
        List<Integer> there = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    queue.add(step % 17, step);
                    there.add(step);
                }
                case 1 -> {
                    int bit = random.nextInt(3);
                    Optional<Integer> gone = queue.take(item -> item % 3 == bit);
                    assertThat(gone.isPresent()).isEqualTo(there.stream().anyMatch(item -> item % 3 == bit));
                    gone.ifPresent(item -> assertThat(there.remove((Object) item)).isTrue());
                }
                default -> {
                    if (!there.isEmpty()) {
                        Integer item = there.get(random.nextInt(there.size()));
                        assertThat(queue.remove(item % 17, item)).isTrue();
                        assertThat(queue.remove(item % 17, item)).isFalse();
                        there.remove((Object) item);
                    }
                }
            }
            assertThat(queue.size()).isEqualTo(there.size());
        }
        assertThat(queue.drain()).containsExactlyElementsOf(there);
        assertThat(queue.size()).isZero();
    }

    @Test
    void flowsThatWantNothingAreForgotten() {
        FairShares<Integer> shares = new FairShares<>(flow -> 1);
        for (int flow = 0; flow < 100_000; flow++) {
            shares.serve(flow, 1);
            shares.serve(-1, 1);
        }

        assertThat(shares.size()).isLessThan(1000);
    }

    private static List<Integer> taken(FairQueue<String, Integer> queue, int count) {
        List<Integer> taken = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            taken.add(queue.take(any -> true).orElseThrow());
        }
        return taken;
    }
}
