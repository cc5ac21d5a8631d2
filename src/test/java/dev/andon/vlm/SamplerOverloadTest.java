package dev.andon.vlm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.config.VlmConfig;
import dev.andon.core.sampling.Reply;
import dev.andon.metrics.MetricNames;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Servers that are asked too much. */
@Timeout(60)
class SamplerOverloadTest {

    private static VlmConfig wide(VlmConfig config) {
        return Configs.attempts(Configs.concurrent(config, 32), 1);
    }

    @ParameterizedTest
    @CsvSource({"429, slow down, 28", "503, server busy, 28", "529, overloaded, 28", "504, gateway timeout, 28",
        "500, the queue is full, 28", "500, out of memory, 32", "400, no such field, 32", "413, too large, 32",
        "422, cannot be read, 32", "401, who are you, 32", "404, no such model, 32"})
    void onlyWhatSpeaksOfTooManyCallsLowersTheirLimit(int status, String words, int limit) throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(SamplerOverloadTest::wide)
                .answering(Bodies.error(status, words))) {
            assertThat(vlm.ask().getFirst()).isInstanceOf(Reply.Unavailable.class);

            assertThat(limit(vlm)).isEqualTo(limit);
        }
    }

    @Test
    void aLimitThatIsToStayDoes() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.constant(wide(c)))
                .answering(Bodies.error(503, "busy"))) {
            vlm.ask();

            assertThat(limit(vlm)).isEqualTo(32);
        }
    }

    @Test
    void theTrialsOfAServerThatIsAwayDoNotLowerTheLimit() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.breaker(wide(c), 4, Duration.ofSeconds(8)))) {
            for (int call = 0; call < 4; call++) {
                vlm.answering(Bodies.error(503, "loading")).ask();
            }
            double atOutage = limit(vlm);
            for (int trial = 0; trial < 12; trial++) {
                vlm.answering(Bodies.error(503, "loading"));
                vlm.time.sleep(Duration.ofSeconds(8));
                vlm.ask();
            }

            assertThat(vlm.server.getRequestCount()).isEqualTo(16);
            assertThat(limit(vlm)).isEqualTo(atOutage).isGreaterThan(16);
        }
    }

    @Test
    void aServerThatTurnsAwayWhatIsBeyondItsSlotsIsAskedLessAndNoSampleIsLost() throws Exception {
        Slots slots = new Slots(6);
        try (Houses vlm = new Houses(1, c -> Configs.attempts(Configs.concurrent(c, 32), 8))) {
            vlm.behave(0, slots::answer);

            assertThat(vlm.all(asking(vlm, 4))).allMatch(Reply.Valid.class::isInstance);
            slots.refused.set(0);
            assertThat(vlm.all(asking(vlm, 4))).allMatch(Reply.Valid.class::isInstance);

            assertThat(vlm.gauge(MetricNames.VLM_CALLS_LIMIT, 0)).isBetween(4.0, 31.0);
            assertThat(vlm.gauge(MetricNames.VLM_BREAKER, 0)).as("it does not fail").isZero();
            assertThat(slots.refused.get()).as("of 160 calls").isLessThan(80);
            assertThat(slots.most.get()).isEqualTo(6);
        }
    }

    @Test
    void aServerThatGrowsGetsMore() throws Exception {
        Slots slots = new Slots(2);
        AtomicBoolean enough = new AtomicBoolean();
        try (Houses vlm = new Houses(1, c -> Configs.attempts(Configs.concurrent(c, 32), 8))) {
            vlm.behave(0, slots::answer);
            vlm.all(asking(vlm, 2));
            double before = vlm.gauge(MetricNames.VLM_CALLS_LIMIT, 0);
            slots.count.set(100);
            vlm.all(asking(vlm, 200, enough, () -> vlm.gauge(MetricNames.VLM_CALLS_LIMIT, 0) == 32));

            assertThat(before).isLessThan(16);
            assertThat(enough).isTrue();
        }
    }

    private static double limit(SamplerFixture vlm) {
        return vlm.meters.get(MetricNames.VLM_CALLS_LIMIT).gauge().value();
    }

    /** Forty that ask so often each, one after the other. */
    private static List<Callable<Reply>> asking(Houses vlm, int times) {
        return asking(vlm, times, new AtomicBoolean(), () -> false);
    }

    private static List<Callable<Reply>> asking(Houses vlm, int times, AtomicBoolean enough, Callable<Boolean> until) {
        List<Callable<Reply>> askers = new ArrayList<>();
        for (int asker = 0; asker < 40; asker++) {
            String line = "line-" + asker;
            askers.add(() -> {
                Reply last = vlm.ask(line, "frame-0", 0);
                for (int time = 1; time < times && last instanceof Reply.Valid && !enough.get(); time++) {
                    last = vlm.ask(line, "frame-" + time, 0);
                    enough.compareAndSet(false, until.call());
                }
                return last;
            });
        }
        return askers;
    }

    /** Answers as many at once as it has slots, each after a while, and turns away the others. */
    private static final class Slots {

        final AtomicInteger count;
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger taken = new AtomicInteger();

        Slots(int count) {
            this.count = new AtomicInteger(count);
        }

        MockResponse answer() throws InterruptedException {
            int place = taken.incrementAndGet();
            try {
                if (place > count.get()) {
                    refused.incrementAndGet();
                    return Bodies.error(503, "server busy, please try again");
                }
                most.accumulateAndGet(place, Math::max);
                Thread.sleep(30);
                return Bodies.completion(Bodies.OK);
            } finally {
                taken.decrementAndGet();
            }
        }
    }
}
