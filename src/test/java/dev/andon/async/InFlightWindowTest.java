package dev.andon.async;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InFlightWindowTest {

    @Test
    void itemsAndBytesAreBoundedApart() {
        InFlightWindow window = new InFlightWindow(2, 100);
        InFlightWindow.Entrance entrance = window.entrance();
        InFlightWindow.Pass first = entrance.tryEnter(60).orElseThrow();

        assertThat(entrance.tryEnter(50)).isEmpty();
        first.releaseItem();
        assertThat(window.items()).isZero();
        assertThat(entrance.tryEnter(50)).as("the bytes are still held").isEmpty();
        first.releaseBytes();
        assertThat(entrance.tryEnter(50)).isPresent();
    }

    @Test
    void somethingLargerThanTheWindowEntersAnEmptyOne() {
        InFlightWindow window = new InFlightWindow(2, 100);
        InFlightWindow.Entrance entrance = window.entrance();

        assertThat(entrance.tryEnter(500)).isPresent();
        assertThat(entrance.tryEnter(1)).isEmpty();
    }

    @Test
    void theOldestWorkDoesNotWaitForBytesHeldByWorkThatWaitsForIt() {
        InFlightWindow window = new InFlightWindow(2, 100);
        InFlightWindow.Entrance entrance = window.entrance();
        entrance.tryEnter(100).orElseThrow().releaseItem();

        assertThat(entrance.tryEnter(10)).isEmpty();
        assertThat(entrance.tryEnterFirst(10)).isPresent();
    }

    @Test
    void shortWorkEntersBesideThePlacesWithinTheBytes() {
        InFlightWindow window = new InFlightWindow(1, 100);
        InFlightWindow.Entrance entrance = window.entrance();
        assertThat(entrance.tryEnter(60)).isPresent();

        assertThat(entrance.tryEnterAside(50, false)).as("its bytes count").isEmpty();
        InFlightWindow.Pass aside = entrance.tryEnterAside(50, true).orElseThrow();
        assertThat(entrance.tryEnterAside(0, true)).as("there is one place beside").isEmpty();
        assertThat(window.items()).isEqualTo(1);
        aside.release();
        assertThat(window.items()).isEqualTo(1);
        assertThat(window.bytes()).isEqualTo(60);
        assertThat(entrance.tryEnterAside(40, false)).isPresent();
    }

    @Test
    void whatBecomesFreeGoesToWhoeverHasWaitedLongest() {
        InFlightWindow window = new InFlightWindow(1, 100);
        InFlightWindow.Entrance hot = window.entrance();
        InFlightWindow.Entrance quiet = window.entrance();
        InFlightWindow.Pass first = hot.tryEnter(1).orElseThrow();
        assertThat(quiet.tryEnter(1)).isEmpty();
        assertThat(hot.tryEnter(1)).isEmpty();

        first.release();

        assertThat(hot.tryEnter(1)).as("the other one came first").isEmpty();
        InFlightWindow.Pass second = quiet.tryEnter(1).orElseThrow();
        second.release();
        assertThat(quiet.tryEnter(1)).as("it has had its turn").isEmpty();
        assertThat(hot.tryEnter(1)).isPresent();
    }

    @Test
    void nobodyWaitsForAnEntranceThatIsClosed() {
        InFlightWindow window = new InFlightWindow(1, 100);
        InFlightWindow.Entrance gone = window.entrance();
        InFlightWindow.Pass first = window.entrance().tryEnter(1).orElseThrow();
        assertThat(gone.tryEnter(1)).isEmpty();
        gone.close();
        first.release();

        assertThat(window.entrance().tryEnter(1)).isPresent();
    }

    @Test
    void aPassGrowsWithinTheBytesOrAlone() {
        InFlightWindow window = new InFlightWindow(3, 100);
        InFlightWindow.Entrance entrance = window.entrance();
        InFlightWindow.Pass alone = entrance.tryEnter(10).orElseThrow();

        assertThat(alone.tryGrow(500, false)).isTrue();
        assertThat(window.bytes()).isEqualTo(510);
        alone.release();
        InFlightWindow.Pass one = entrance.tryEnter(10).orElseThrow();
        InFlightWindow.Pass other = entrance.tryEnter(10).orElseThrow();
        assertThat(one.tryGrow(80, false)).isTrue();
        assertThat(other.tryGrow(1, false)).isFalse();
        assertThat(other.tryGrow(1, true)).isTrue();
        one.release();
        other.release();
        assertThat(window.bytes()).isZero();
    }

    @Test
    void aPassIsGivenBackOnce() {
        InFlightWindow window = new InFlightWindow(2, 100);
        InFlightWindow.Entrance entrance = window.entrance();
        InFlightWindow.Pass pass = entrance.tryEnter(60).orElseThrow();
        pass.release();
        pass.release();

        assertThat(window.items()).isZero();
        assertThat(window.bytes()).isZero();
    }

    @Test
    void theBoundsHoldForManyThreads() throws InterruptedException {
        InFlightWindow window = new InFlightWindow(4, 1000);
        InFlightWindow.Entrance entrance = window.entrance();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                threads.execute(() -> {
                    for (int turn = 0; turn < 200; turn++) {
                        entrance.tryEnter(10).ifPresent(pass -> {
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
