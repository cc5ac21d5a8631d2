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
        InFlightWindow.Pass first = window.tryEnter(60).orElseThrow();

        assertThat(window.tryEnter(50)).isEmpty();
        first.releaseItem();
        assertThat(window.items()).isZero();
        assertThat(window.tryEnter(50)).as("the bytes are still held").isEmpty();
        first.releaseBytes();
        assertThat(window.tryEnter(50)).isPresent();
    }

    @Test
    void somethingLargerThanTheWindowEntersAnEmptyOne() {
        InFlightWindow window = new InFlightWindow(2, 100);

        assertThat(window.tryEnter(500)).isPresent();
        assertThat(window.tryEnter(1)).isEmpty();
    }

    @Test
    void theOldestWorkDoesNotWaitForBytesHeldByWorkThatWaitsForIt() {
        InFlightWindow window = new InFlightWindow(2, 100);
        window.tryEnter(100).orElseThrow().releaseItem();

        assertThat(window.tryEnter(10)).isEmpty();
        assertThat(window.tryEnterFirst(10)).isPresent();
    }

    @Test
    void shortWorkEntersBesideThePlacesWithinTheBytes() {
        InFlightWindow window = new InFlightWindow(1, 100);
        assertThat(window.tryEnter(60)).isPresent();

        assertThat(window.tryEnterAside(50, false)).as("its bytes count").isEmpty();
        InFlightWindow.Pass aside = window.tryEnterAside(50, true).orElseThrow();
        assertThat(window.tryEnterAside(0, true)).as("there is one place beside").isEmpty();
        assertThat(window.items()).isEqualTo(1);
        aside.release();
        assertThat(window.items()).isEqualTo(1);
        assertThat(window.bytes()).isEqualTo(60);
        assertThat(window.tryEnterAside(40, false)).isPresent();
    }

    @Test
    void aPassIsGivenBackOnce() {
        InFlightWindow window = new InFlightWindow(2, 100);
        InFlightWindow.Pass pass = window.tryEnter(60).orElseThrow();
        pass.release();
        pass.release();

        assertThat(window.items()).isZero();
        assertThat(window.bytes()).isZero();
    }

    @Test
    void theBoundsHoldForManyThreads() throws InterruptedException {
        InFlightWindow window = new InFlightWindow(4, 1000);
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                threads.execute(() -> {
                    for (int turn = 0; turn < 200; turn++) {
                        window.tryEnter(10).ifPresent(pass -> {
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
