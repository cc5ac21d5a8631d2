package dev.andon.vlm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.config.VlmConfig;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import dev.andon.metrics.MetricNames;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SamplerBreakerTest {

    private static VlmConfig nervous(VlmConfig config) {
        return Configs.attempts(Configs.breaker(config, 4, Duration.ofSeconds(8)), 1);
    }

    @Test
    void givesAFailingServerARestAndGoesOnInTheSameCall() throws Exception {
        try (SamplerFixture vlm = failedFourTimes()) {
            assertThat(level(vlm)).isEqualTo(2);
            vlm.answering(Bodies.completion(Bodies.OK), Bodies.completion(Bodies.OK), Bodies.completion(Bodies.OK));

            Reply reply = vlm.ask().getFirst();

            assertThat(reply).isInstanceOf(Reply.Valid.class);
            assertThat(level(vlm)).isEqualTo(1);
            assertThat(vlm.time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(11));
            vlm.ask();
            vlm.ask();
            assertThat(level(vlm)).isZero();
        }
    }

    @Test
    void opensAgainWhereTheTrialFails() throws Exception {
        try (SamplerFixture vlm = failedFourTimes()) {
            vlm.answering(Bodies.error(500, "x"), Bodies.error(500, "x"), Bodies.error(500, "x"));
            vlm.ask();
            vlm.ask();
            vlm.ask();

            assertThat(level(vlm)).isEqualTo(2);
        }
    }

    @Test
    void saysWhyWhereTheRestIsLongerThanTheFramesTime() throws Exception {
        try (SamplerFixture vlm = failedFourTimes()) {
            List<Reply> replies = vlm.sampler.ask(Questions.question(), 1, 0, 1, vlm.time.in(Duration.ofSeconds(3)));

            assertThat(((Reply.Unavailable) replies.getFirst()).detail())
                    .isEqualTo("time is up: calls pause because the server fails; last: HTTP 500: down");
            assertThat(vlm.server.getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void staysClosedWhereRequestsAreRefusedOrRateLimited() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(SamplerBreakerTest::nervous)) {
            for (int k = 0; k < 6; k++) {
                vlm.answering(Bodies.error(400, "no"), Bodies.error(429, "slowly"), Bodies.error(403, "not this"));
                vlm.ask();
                vlm.ask();
                vlm.ask();
            }
            assertThat(level(vlm)).isZero();
        }
    }

    @Test
    void opensWhereTheKeyIsRefused() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(SamplerBreakerTest::nervous)) {
            for (int k = 0; k < 4; k++) {
                vlm.answering(Bodies.error(401, "who are you"));
                vlm.ask();
            }
            assertThat(level(vlm)).isEqualTo(2);
        }
    }

    @Test
    void saysWhatIsKnownOfTheServer() throws Exception {
        try (SamplerFixture vlm = failedFourTimes()) {
            Instant failed = vlm.time.now();
            ServerState resting = vlm.sampler.server();
            assertThat(resting)
                    .isEqualTo(new ServerState(Condition.RESTING, failed, "HTTP 500: down", failed, Instant.MIN));
            assertThat(resting.describe()).isEqualTo("failing since 2026-03-01T10:00:00Z, last: HTTP 500: down");

            vlm.time.sleep(Duration.ofSeconds(8));
            assertThat(vlm.sampler.server()).extracting(ServerState::condition, ServerState::since)
                    .containsExactly(Condition.ON_TRIAL, failed);

            for (int k = 0; k < 3; k++) {
                vlm.answering(Bodies.completion(Bodies.OK));
                vlm.ask();
            }
            Instant back = vlm.time.now();
            assertThat(vlm.sampler.server())
                    .isEqualTo(new ServerState(Condition.AVAILABLE, back, "HTTP 500: down", failed, back));
        }
    }

    @Test
    void anOutageBeginsOnceHoweverOftenTheServerIsTried() throws Exception {
        try (SamplerFixture vlm = failedFourTimes()) {
            Instant failed = vlm.sampler.server().since();
            vlm.time.sleep(Duration.ofSeconds(8));
            vlm.answering(Bodies.error(500, "x"), Bodies.error(500, "x"), Bodies.error(500, "x"));
            vlm.ask();
            vlm.ask();
            vlm.ask();

            assertThat(vlm.sampler.server()).extracting(ServerState::condition, ServerState::since)
                    .containsExactly(Condition.RESTING, failed);
        }
    }

    private static SamplerFixture failedFourTimes() throws Exception {
        SamplerFixture vlm = new SamplerFixture(SamplerBreakerTest::nervous);
        for (int k = 0; k < 4; k++) {
            vlm.answering(Bodies.error(500, "down"));
            vlm.ask();
        }
        return vlm;
    }

    private static double level(SamplerFixture vlm) {
        return vlm.meters.get(MetricNames.VLM_BREAKER).gauge().value();
    }
}
