package dev.andon.vlm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.andon.config.VlmConfig;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.ServerState;
import dev.andon.metrics.MetricNames;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Several real HTTP servers: where calls go, and where when one of them fails. */
@Timeout(60)
class SamplerEndpointsTest {

    private static VlmConfig wide(VlmConfig config) {
        return Configs.concurrent(config, 16);
    }

    private static VlmConfig narrow(VlmConfig config) {
        return Configs.concurrent(config, 1);
    }

    /** Breakers open after four failures. */
    private static VlmConfig nervous(VlmConfig config) {
        return Configs.breaker(wide(config), 4, Duration.ofSeconds(60));
    }

    @Test
    void allCallsAboutAFrameGoToOneServerAndAllServersGetFrames() throws Exception {
        try (Houses vlm = new Houses(3, SamplerEndpointsTest::wide)) {
            for (int k = 0; k < 3; k++) {
                vlm.behave(k, () -> {
                    Thread.sleep(5);
                    return Bodies.completion(Bodies.OK);
                });
            }
            List<Callable<Reply>> workers = new ArrayList<>();
            for (int worker = 0; worker < 3; worker++) {
                int number = worker;
                workers.add(() -> framesAfterEachOther(vlm, "line-" + number, 15));
            }
            assertThat(vlm.all(workers)).allMatch(Reply.Valid.class::isInstance);

            for (int k = 0; k < 3; k++) {
                assertThat(vlm.heardBy(k)).isNotEmpty();
                for (String frame : vlm.heardBy(k)) {
                    assertThat(vlm.heardBy(k)).filteredOn(frame::equals).as("calls about %s", frame).hasSize(5);
                }
            }
        }
    }

    @Test
    void aFrameMovesInTheMiddleWhenItsServerFails() throws Exception {
        try (Houses vlm = new Houses(2, SamplerEndpointsTest::wide)) {
            assertThat(vlm.ask("line", "frame", 0)).isInstanceOf(Reply.Valid.class);
            int home = vlm.heardBy(0).isEmpty() ? 1 : 0;
            vlm.behave(home, () -> Bodies.error(503, "out of memory"));

            for (int index = 1; index < 5; index++) {
                assertThat(vlm.ask("line", "frame", index)).isInstanceOf(Reply.Valid.class);
            }

            assertThat(vlm.heardBy(home)).as("one answered, one failed").hasSize(2);
            assertThat(vlm.heardBy(1 - home)).hasSize(4);
            assertThat(vlm.recorder.counted(MetricNames.VLM_RETRIES, "endpoint", vlm.name(home))).isEqualTo(1);
        }
    }

    @Test
    void aDeadServerAmongOthersCostsNoSampleAndIsLeftAlone() throws Exception {
        try (Houses vlm = new Houses(3, SamplerEndpointsTest::nervous)) {
            vlm.kill(1);
            for (int frame = 0; frame < 30; frame++) {
                assertThat(vlm.ask("line", "frame-" + frame, 0)).isInstanceOf(Reply.Valid.class);
            }

            assertThat(vlm.recorder.counted(MetricNames.VLM_RETRIES)).isEqualTo(4);
            assertThat(vlm.gauge(MetricNames.VLM_BREAKER, 1)).isEqualTo(2);
            assertThat(vlm.gauge(MetricNames.VLM_BREAKER, 0)).isZero();
            assertThat(vlm.sampler.server().isAvailable()).as("the others answer").isTrue();
            assertThat(vlm.sampler.servers().get(vlm.name(1))).extracting(ServerState::isAvailable).isEqualTo(false);
        }
    }

    @Test
    void theModelIsAwayOnlyWhenAllServersAre() throws Exception {
        try (Houses vlm = new Houses(2, c -> Configs.attempts(nervous(c), 1))) {
            vlm.kill(0);
            vlm.kill(1);
            Awaitility.await().until(() -> {
                assertThat(vlm.ask("line", "frame", 0)).isInstanceOf(Reply.Unavailable.class);
                return vlm.gauge(MetricNames.VLM_BREAKER, 0) + vlm.gauge(MetricNames.VLM_BREAKER, 1) >= 2;
            });
            boolean both = vlm.gauge(MetricNames.VLM_BREAKER, 0) == 2 && vlm.gauge(MetricNames.VLM_BREAKER, 1) == 2;
            assertThat(vlm.sampler.server().isAvailable()).isEqualTo(!both);

            Awaitility.await().until(() -> {
                vlm.ask("line", "frame", 0);
                return !vlm.sampler.server().isAvailable();
            });
            assertThat(vlm.sampler.servers().values()).noneMatch(ServerState::isAvailable);
        }
    }

    @Test
    void aSlowServerHoldsUpOnlyWhatItHas() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Houses vlm = new Houses(2, c -> Configs.concurrent(c, 4))) {
            vlm.behave(0, () -> {
                end.await();
                return Bodies.completion(Bodies.OK);
            });
            List<Future<Reply>> replies = IntStream.range(0, 200)
                    .mapToObj(call -> vlm.asking("line", "frame-" + call / 5, call % 5)).toList();

            Awaitility.await().until(() -> replies.stream().filter(Future::isDone).count() >= 196);
            assertThat(vlm.heardBy(0)).hasSizeLessThanOrEqualTo(4);
            end.countDown();
            for (Future<Reply> reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Valid.class);
            }
        }
    }

    @Test
    void aCallDoesNotWaitForItsFramesServerWhileAnotherHasNothingToDo() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Houses vlm = new Houses(2, SamplerEndpointsTest::narrow)) {
            for (int k = 0; k < 2; k++) {
                vlm.behave(k, () -> {
                    end.await();
                    return Bodies.completion(Bodies.OK);
                });
            }
            Future<Reply> first = vlm.asking("line", "frame", 0);
            Future<Reply> second = vlm.asking("line", "frame", 1);

            Awaitility.await().until(() -> vlm.heardBy(0).size() == 1 && vlm.heardBy(1).size() == 1);
            end.countDown();
            assertThat(List.of(first.get(), second.get())).allMatch(Reply.Valid.class::isInstance);
        }
    }

    @Test
    void aQuietLineDoesNotWaitBehindABusyOne() throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        try (Houses vlm = new Houses(1, SamplerEndpointsTest::narrow)) {
            vlm.behave(0, () -> {
                begin.await();
                return Bodies.completion(Bodies.OK);
            });
            List<Future<Reply>> busy = IntStream.range(0, 50).mapToObj(call -> vlm.asking("busy", "b", call)).toList();
            Awaitility.await().until(() -> waiting(vlm) == 49);
            Future<Reply> quiet = vlm.asking("quiet", "q", 0);
            Awaitility.await().until(() -> waiting(vlm) == 50);

            begin.countDown();

            assertThat(quiet.get()).isInstanceOf(Reply.Valid.class);
            for (Future<Reply> reply : busy) {
                assertThat(reply.get()).isInstanceOf(Reply.Valid.class);
            }
            assertThat(List.copyOf(vlm.heardBy(0)).indexOf("q")).isBetween(1, 2);
        }
    }

    @Test
    void busyLinesAreAnsweredByTheirWeights() throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        try (Houses vlm = new Houses(1, c -> Configs.weights(narrow(c), Map.of("heavy", 3.0)))) {
            vlm.behave(0, () -> {
                begin.await();
                return Bodies.completion(Bodies.OK);
            });
            List<Future<Reply>> replies = IntStream.range(0, 81)
                    .mapToObj(call -> call % 2 == 0
                            ? vlm.asking("heavy", "h", call)
                            : vlm.asking("light", "l", call))
                    .toList();
            Awaitility.await().until(() -> waiting(vlm) == 80);

            begin.countDown();

            for (Future<Reply> reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Valid.class);
            }
            assertThat(List.copyOf(vlm.heardBy(0)).subList(1, 41)).filteredOn("h"::equals).hasSizeBetween(29, 31);
        }
    }

    private static double waiting(Houses vlm) {
        return vlm.meters.get(MetricNames.VLM_CALLS_WAITING).gauge().value();
    }

    /** Frames of five calls at once; the last reply that was no sample, or else the last. */
    private static Reply framesAfterEachOther(Houses vlm, String line, int frames) throws Exception {
        Reply worst = vlm.ask(line, "first-of-" + line, 0);
        for (int index = 1; index < 5; index++) {
            vlm.ask(line, "first-of-" + line, index);
        }
        for (int frame = 0; frame < frames; frame++) {
            String name = line + "-" + frame;
            List<Future<Reply>> replies = IntStream.range(0, 5).mapToObj(index -> vlm.asking(line, name, index))
                    .toList();
            for (Future<Reply> reply : replies) {
                worst = worst instanceof Reply.Valid ? reply.get() : worst;
            }
        }
        return worst;
    }
}
