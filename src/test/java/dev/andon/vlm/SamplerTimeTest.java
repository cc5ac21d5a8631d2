package dev.andon.vlm;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.andon.core.sampling.Reply;
import dev.andon.metrics.MetricNames;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class SamplerTimeTest {

    private static final MockResponse HANGING = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE).build();
    private static final MockResponse SLOW = Bodies.completion(Bodies.OK).newBuilder()
            .throttleBody(50, 100, TimeUnit.MILLISECONDS).build();

    @Test
    void repeatsACallThatHangs() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.callTimeout(c, Duration.ofMillis(150)))
                .answering(HANGING, Bodies.completion(Bodies.OK))) {
            assertThat(vlm.ask().getFirst()).isInstanceOf(Reply.Valid.class);
            assertThat(vlm.recorder.counted(MetricNames.VLM_RETRIES, "cause", "timeout")).isEqualTo(1);
        }
    }

    @Test
    void countsTheWholeBodyIntoTheCallsTime() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(
                c -> Configs.attempts(Configs.callTimeout(c, Duration.ofMillis(150)), 1)).answering(SLOW)) {
            assertThat(((Reply.Unavailable) vlm.ask().getFirst()).detail())
                    .isEqualTo("no answer within vlm.callTimeout, 150 ms");
        }
    }

    @Test
    void endsACallWithItsFrame() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(HANGING)) {
            List<Reply> replies = vlm.sampler.ask(Questions.question(), 1, 0, 1,
                    vlm.time.in(Duration.ofMillis(120)));

            assertThat(((Reply.Unavailable) replies.getFirst()).detail())
                    .startsWith("time is up: no answer within the 120 ms left");
            assertThat(vlm.recorder.counted(MetricNames.VLM_CALLS, "outcome", "deadline")).isEqualTo(1);
        }
    }

    @Test
    void blamesTheServerForACallThatHadMostOfItsTime() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.callTimeout(c, Duration.ofMillis(200)))
                .answering(HANGING)) {
            List<Reply> replies = vlm.sampler.ask(Questions.question(), 1, 0, 1,
                    vlm.time.in(Duration.ofMillis(120)));

            assertThat(((Reply.Unavailable) replies.getFirst()).detail()).startsWith("time is up");
            assertThat(vlm.recorder.counted(MetricNames.VLM_CALLS, "outcome", "timeout")).isEqualTo(1);
            assertThat(vlm.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void anInterruptEndsACallUnderWay() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(HANGING, Bodies.completion(Bodies.OK))) {
            CompletableFuture<Class<?>> thrown = new CompletableFuture<>();
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    vlm.ask();
                    thrown.complete(Void.class);
                } catch (Throwable e) {
                    thrown.complete(e.getClass());
                }
            });
            vlm.request();
            asking.interrupt();

            assertThat(thrown.get(3, TimeUnit.SECONDS)).isEqualTo(InterruptedException.class);
            assertThat(vlm.recorder.counted(MetricNames.VLM_CALLS, "outcome", "cancelled")).isEqualTo(1);
            assertThat(vlm.meters.get(MetricNames.VLM_CALLS_ACTIVE).gauge().value()).isZero();
            assertThat(vlm.ask().getFirst()).isInstanceOf(Reply.Valid.class);
        }
    }
}
