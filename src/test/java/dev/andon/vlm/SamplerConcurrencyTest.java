package dev.andon.vlm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.core.sampling.Reply;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class SamplerConcurrencyTest {

    @Test
    void neverHasMoreCallsUnderWayThanConfigured() throws Exception {
        Crowd crowd = new Crowd();
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.concurrent(c, 3));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            vlm.server.setDispatcher(crowd);
            List<Callable<List<Reply>>> questions = new ArrayList<>();
            for (int k = 0; k < 40; k++) {
                int index = k;
                questions.add(() -> vlm.ask(index, 1));
            }
            List<Future<List<Reply>>> replies = threads.invokeAll(questions);

            for (Future<List<Reply>> reply : replies) {
                assertThat(reply.get().getFirst()).isInstanceOf(Reply.Valid.class);
            }
            assertThat(crowd.most.get()).isEqualTo(3);
            assertThat(crowd.connections.get()).isLessThan(3);
        }
    }

    @Test
    void waitsForASlotNoLongerThanTheFrameHas() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.concurrent(c, 1));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            vlm.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    arrived.countDown();
                    leave.await();
                    return Bodies.completion(Bodies.OK);
                }
            });
            Future<List<Reply>> first = threads.submit(() -> vlm.ask());
            arrived.await();

            List<Reply> second = vlm.sampler.ask(Questions.question(), 1, 0, 1, vlm.time.in(Duration.ofMillis(80)));

            assertThat(((Reply.Unavailable) second.getFirst()).detail()).contains("vlm.maxConcurrentCalls is 1");
            leave.countDown();
            assertThat(first.get().getFirst()).isInstanceOf(Reply.Valid.class);
            assertThat(vlm.server.getRequestCount()).isEqualTo(1);
        }
    }

    /** Counts the requests that are in the house together. */
    private static final class Crowd extends Dispatcher {

        private final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger connections = new AtomicInteger();

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            connections.accumulateAndGet(request.getConnectionIndex(), Math::max);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            inside.decrementAndGet();
            return Bodies.completion(Bodies.OK);
        }
    }
}
