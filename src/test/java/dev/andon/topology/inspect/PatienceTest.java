package dev.andon.topology.inspect;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {

    private long now;
    private final Patience patience = new Patience(Duration.ofMillis(12), () -> now);
    private final LinkedBlockingQueue<String> news = new NewsInTime();

    @Test
    void isSpentByWaitingAlone() {
        now += TimeUnit.HOURS.toNanos(1);
        assertThat(patience.isExhausted()).as("after work").isFalse();

        patience.waitFor(news);
        patience.waitFor(news);
        assertThat(patience.isExhausted()).as("after 10 ms").isFalse();
        patience.waitFor(news);
        assertThat(patience.isExhausted()).as("after 15 ms").isTrue();
    }

    @Test
    void isRenewedWithEachLoop() {
        for (int i = 0; i < 3; i++) {
            patience.waitFor(news);
        }

        patience.renew();

        assertThat(patience.isExhausted()).isFalse();
    }

    @Test
    void newsThatAreThereCostNothing() {
        for (int i = 0; i < 10; i++) {
            news.add("news");
            assertThat(patience.waitFor(news)).isEqualTo("news");
        }

        assertThat(patience.isExhausted()).isFalse();
    }

    @Test
    void anInterruptionEndsIt() {
        Thread.currentThread().interrupt();

        patience.waitFor(news);

        assertThat(patience.isExhausted()).isTrue();
        assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
    }

    /** Time passes while it is waited for in vain. */
    private final class NewsInTime extends LinkedBlockingQueue<String> {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String poll(long timeout, TimeUnit unit) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String there = poll();
            if (there == null) {
                now += unit.toNanos(timeout);
            }
            return there;
        }
    }
}
