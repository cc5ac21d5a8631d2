package dev.andon.async;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InFlightWindowTest {

    @Test
    void itemsAndBytesAreBoundedApart() {
        InFlightWindow window = new InFlightWindow(2, 100, flow -> 1);
        InFlightWindow.Entrance entrance = window.entrance();
        InFlightWindow.Pass first = entrance.tryEnter("flow", 60).orElseThrow();

        assertThat(entrance.tryEnter("flow", 50)).isEmpty();
        first.releaseItem();
        assertThat(window.items()).isZero();
        assertThat(entrance.tryEnter("flow", 50)).as("the bytes are still held").isEmpty();
        first.releaseBytes();
        assertThat(entrance.tryEnter("flow", 50)).isPresent();
    }

    @Test
    void somethingLargerThanTheWindowEntersAnEmptyOne() {
        InFlightWindow window = new InFlightWindow(2, 100, flow -> 1);
        InFlightWindow.Entrance entrance = window.entrance();

        assertThat(entrance.tryEnter("flow", 500)).isPresent();
        assertThat(entrance.tryEnter("flow", 1)).isEmpty();
    }

    @Test
    void theOldestWorkDoesNotWaitForBytesHeldByWorkThatWaitsForIt() {
        InFlightWindow window = new InFlightWindow(2, 100, flow -> 1);
        InFlightWindow.Entrance entrance = window.entrance();
        entrance.tryEnter("flow", 100).orElseThrow().releaseItem();

        assertThat(entrance.tryEnter("flow", 10)).isEmpty();
        assertThat(entrance.tryEnterFirst("flow", 10)).isPresent();
    }

    @Test
    void shortWorkEntersBesideThePlacesWithinTheBytes() {
        InFlightWindow window = new InFlightWindow(1, 100, flow -> 1);
        InFlightWindow.Entrance entrance = window.entrance();
        assertThat(entrance.tryEnter("flow", 60)).isPresent();

        assertThat(entrance.tryEnterAside("flow", 50, false)).as("its bytes count").isEmpty();
        InFlightWindow.Pass aside = entrance.tryEnterAside("flow", 50, true).orElseThrow();
        assertThat(entrance.tryEnterAside("flow", 0, true)).as("there is one place beside").isEmpty();
        assertThat(window.items()).isEqualTo(1);
        aside.release();
        assertThat(window.items()).isEqualTo(1);
        assertThat(window.bytes()).isEqualTo(60);
        assertThat(entrance.tryEnterAside("flow", 40, false)).isPresent();
    }

    @Test
    void whatBecomesFreeGoesToWhoeverHasWaitedLongest() {
        InFlightWindow window = new InFlightWindow(1, 100, flow -> 1);
        InFlightWindow.Entrance hot = window.entrance();
        InFlightWindow.Entrance quiet = window.entrance();
        InFlightWindow.Pass first = hot.tryEnter("hot", 1).orElseThrow();
        assertThat(quiet.tryEnter("quiet", 1)).isEmpty();
        assertThat(hot.tryEnter("hot", 1)).isEmpty();

        first.release();

        assertThat(hot.tryEnter("hot", 1)).as("the other one came first").isEmpty();
        InFlightWindow.Pass second = quiet.tryEnter("quiet", 1).orElseThrow();
        second.release();
        assertThat(quiet.tryEnter("quiet", 1)).as("it has had its turn").isEmpty();
        assertThat(hot.tryEnter("hot", 1)).isPresent();
    }

    /** Two tasks, one of them with two flows; each wants more whenever something becomes free. */
    @Test
    void flowsGetPlacesByTheirWeightsWhateverTaskTheyAreOf() {
        Map<String, Integer> weights = Map.of("heavy", 3, "light", 1, "other", 1);
        InFlightWindow window = new InFlightWindow(4, 100, flow -> weights.getOrDefault(flow, 1));
        List<List<String>> tasks = List.of(List.of("heavy", "light"), List.of("other"));
        List<InFlightWindow.Entrance> entrances = List.of(window.entrance(), window.entrance());
        Map<String, Integer> entered = new HashMap<>();
        Deque<InFlightWindow.Pass> underWay = new ArrayDeque<>();
        for (int turn = 0; turn < 1_000; turn++) {
            int task = turn % 2;
            Optional<InFlightWindow.Pass> pass;
            do {
                String flow = window.inTurn(tasks.get(task), name -> name).getFirst();
                pass = entrances.get(task).tryEnter(flow, 1);
                pass.ifPresent(granted -> {
                    entered.merge(flow, 1, Integer::sum);
                    underWay.add(granted);
                });
            } while (pass.isPresent());
            underWay.remove().release();
        }

        int all = entered.values().stream().mapToInt(n -> n).sum();
        weights.forEach((flow, weight) -> assertThat(entered.getOrDefault(flow, 0)).as(flow)
                .isCloseTo(all * weight / 5, within(all / 50)));
    }

    @Test
    void aFlowThatIsAloneGetsEveryPlaceWhateverItsWeight() {
        InFlightWindow window = new InFlightWindow(4, 100, flow -> flow.equals("light") ? 0.001 : 1);
        InFlightWindow.Entrance entrance = window.entrance();
        entrance.tryEnter("heavy", 1).orElseThrow().release();

        for (int item = 0; item < 4; item++) {
            assertThat(entrance.tryEnter("light", 1)).isPresent();
        }
    }

    @Test
    void nobodyWaitsForAnEntranceThatIsClosed() {
        InFlightWindow window = new InFlightWindow(1, 100, flow -> 1);
        InFlightWindow.Entrance gone = window.entrance();
        InFlightWindow.Pass first = window.entrance().tryEnter("flow", 1).orElseThrow();
        assertThat(gone.tryEnter("flow", 1)).isEmpty();
        gone.close();
        first.release();

        assertThat(window.entrance().tryEnter("flow", 1)).isPresent();
    }

    @Test
    void aPassGrowsWithinTheBytesOrAlone() {
        InFlightWindow window = new InFlightWindow(3, 100, flow -> 1);
        InFlightWindow.Entrance entrance = window.entrance();
        InFlightWindow.Pass alone = entrance.tryEnter("flow", 10).orElseThrow();

        assertThat(alone.tryGrow(500, false)).isTrue();
        assertThat(window.bytes()).isEqualTo(510);
        alone.release();
        InFlightWindow.Pass one = entrance.tryEnter("flow", 10).orElseThrow();
        InFlightWindow.Pass other = entrance.tryEnter("flow", 10).orElseThrow();
        assertThat(one.tryGrow(80, false)).isTrue();
        assertThat(other.tryGrow(1, false)).isFalse();
        assertThat(other.tryGrow(1, true)).isTrue();
        one.release();
        other.release();
        assertThat(window.bytes()).isZero();
    }

    @Test
    void aPassIsGivenBackOnce() {
        InFlightWindow window = new InFlightWindow(2, 100, flow -> 1);
        InFlightWindow.Entrance entrance = window.entrance();
        InFlightWindow.Pass pass = entrance.tryEnter("flow", 60).orElseThrow();
        pass.release();
        pass.release();

        assertThat(window.items()).isZero();
        assertThat(window.bytes()).isZero();
    }

    @Test
    void theBoundsHoldForManyThreads() throws InterruptedException {
        InFlightWindow window = new InFlightWindow(4, 1000, flow -> 1);
        InFlightWindow.Entrance entrance = window.entrance();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                threads.execute(() -> {
                    for (int turn = 0; turn < 200; turn++) {
                        entrance.tryEnter("flow", 10).ifPresent(pass -> {
                            most.accumulateAndGet(window.items(), Math::max);
                            pass.release();
                        });
                    }
                });
            }
        }

        assertThat(most.get()).isBetween(1, 4);
        assertThat(window.items()).isZero();
        assertThat(window.bytes()).isZero();
    }
}
