package dev.andon.vlm;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.andon.core.sampling.Reply;
import dev.andon.http.FakeTime;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SamplerRetryTest {

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 424, 500, 502, 503, 504, 520, 529})
    void repeatsWhatMayHeal(int status) throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.error(status, "wait"),
                Bodies.completion(Bodies.OK))) {
            List<Reply> replies = vlm.ask();

            assertThat(replies.getFirst()).isInstanceOf(Reply.Valid.class);
            assertThat(vlm.server.getRequestCount()).isEqualTo(2);
            assertThat(vlm.recorder.counted(MetricNames.VLM_RETRIES)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"400,vlm.structuredOutput", "401,vlm.apiKey", "402,account", "403,vlm.apiKey", "404,vlm.baseUrl",
        "405,andon vlm probe", "413,smaller images", "422,vlm.structuredOutput", "501,vlm.baseUrl",
        "302,redirects are not followed", "308,redirects are not followed"})
    void repeatsNothingThatStaysWrong(int status, String fix) throws Exception {
        MockResponse response = Bodies.error(status, "because").newBuilder()
                .addHeader("Location", "http://localhost:1/").build();
        try (SamplerFixture vlm = SamplerFixture.started().answering(response)) {
            String detail = detail(vlm.ask());

            assertThat(detail).startsWith("HTTP " + status + ": because; ").contains(fix);
            assertThat(vlm.server.getRequestCount()).isEqualTo(1);
            assertThat(vlm.time.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": {\"message\": \"You exceeded your quota\", \"type\": \"insufficient_quota\"}}",
        "{\"error\": {\"message\": \"no\", \"code\": \"billing_hard_limit_reached\"}}",
        "{\"error\": {\"message\": \"You have reached your spend limit\", \"type\": \"rate_limit_error\"}}"})
    void repeatsNothingOnAUsedUpAccount(String body) throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.json(429, body))) {
            assertThat(detail(vlm.ask())).endsWith("raise the limit of the account");
            assertThat(vlm.server.getRequestCount()).isEqualTo(1);
            assertThat(vlm.recorder.counted(MetricNames.VLM_CALLS, "outcome", "quota")).isEqualTo(1);
        }
    }

    @Test
    void repeatsAFailedGenerationOnce() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.attempts(c, 9)).answering(
                Bodies.error(424, "generation"), Bodies.error(424, "generation"), Bodies.completion(Bodies.OK))) {
            assertThat(detail(vlm.ask())).contains("HTTP 424");
            assertThat(vlm.server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void givesUpAfterTheConfiguredAttempts() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.error(500, "a"), Bodies.error(500, "b"),
                Bodies.error(500, "c"), Bodies.completion(Bodies.OK))) {
            assertThat(detail(vlm.ask())).isEqualTo("HTTP 500: c");
            assertThat(vlm.server.getRequestCount()).isEqualTo(3);
            assertThat(vlm.recorder.counted(MetricNames.VLM_CALLS, "outcome", "server")).isEqualTo(3);
            assertThat(vlm.recorder.counted(MetricNames.VLM_RETRIES, "cause", "server")).isEqualTo(2);
        }
    }

    @Test
    void pausesLongerEachTime() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.attempts(c, 7))) {
            for (int k = 0; k < 7; k++) {
                vlm.answering(Bodies.error(503, "busy"));
            }
            vlm.ask();

            List<Duration> pauses = vlm.time.pauses();
            assertThat(pauses).hasSize(6);
            for (int k = 0; k < 6; k++) {
                assertThat(pauses.get(k)).isBetween(Duration.ZERO, Duration.ofMillis(Math.min(1000, 100L << k)));
            }
        }
    }

    @Test
    void waitsAsManySecondsAsTheServerAsks() throws Exception {
        assertThat(pauseAfter("Retry-After", "7")).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7100));
        assertThat(pauseAfter("retry-after-ms", "2500")).isBetween(Duration.ofMillis(2500), Duration.ofMillis(2600));
    }

    @Test
    void waitsUntilTheDateThatTheServerNames() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(new FakeTime().in(Duration.ofSeconds(9)).atZone(ZoneOffset.UTC));
        assertThat(pauseAfter("Retry-After", date)).isBetween(Duration.ofSeconds(9), Duration.ofMillis(9100));
        assertThat(pauseAfter("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT")).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void countsARepetitionThatTheServerWantsAtOnce() throws Exception {
        assertThat(pauseAfter("Retry-After", "0")).isLessThan(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "1e9", "99999999999999999999", "später"})
    void backsOffAsUsualWhereTheServerAsksForNonsense(String value) throws Exception {
        assertThat(pauseAfter("Retry-After", value)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void readsThePauseFromTheWordsOfARateLimit() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(
                Bodies.error(429, "You exceeded your current quota. Please retry in 12.5s."),
                Bodies.completion(Bodies.OK))) {
            assertThat(vlm.ask().getFirst()).isInstanceOf(Reply.Valid.class);
            assertThat(vlm.time.pauses().getFirst()).isBetween(Duration.ofMillis(12_500), Duration.ofMillis(12_600));
        }
    }

    @Test
    void givesUpAtOnceWhereTheServerAsksForMoreThanTheFrameHas() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.error(503, "maintenance").newBuilder()
                .addHeader("Retry-After", "31").build())) {
            assertThat(detail(vlm.ask())).contains("maintenance");
            assertThat(vlm.time.pauses()).isEmpty();
        }
    }

    @Test
    void asksNothingWhenTimeIsOver() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started()) {
            List<Reply> replies = vlm.sampler.ask(Questions.question(), 1, 4, 1, vlm.time.in(Duration.ZERO));

            assertThat(replies.getFirst().index()).isEqualTo(4);
            assertThat(detail(replies)).startsWith("time is up");
            assertThat(vlm.server.getRequestCount()).isZero();
        }
    }

    @Test
    void repeatsAfterABrokenConnection() throws Exception {
        MockResponse reset = new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build();
        MockResponse half = Bodies.completion(Bodies.OK).newBuilder().onResponseBody(new SocketEffect.CloseSocket())
                .build();
        try (SamplerFixture vlm = SamplerFixture.started().answering(reset, half, Bodies.completion(Bodies.OK))) {
            assertThat(vlm.ask().getFirst()).isInstanceOf(Reply.Valid.class);
            assertThat(vlm.recorder.counted(MetricNames.VLM_RETRIES, "cause", "connection")).isEqualTo(2);
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        FakeTime time = new FakeTime();
        try (OpenAiSampler sampler = OpenAiSampler.create(Configs.of(URI.create("http://127.0.0.1:1/v1")),
                new Recorder(new SimpleMeterRegistry()), time.ambience())) {
            List<Reply> replies = sampler.ask(Questions.question(), 1, 0, 1, time.in(Duration.ofSeconds(30)));

            assertThat(detail(replies)).startsWith("no connection: java.net.ConnectException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "", "[]", "{\"object\": \"list\"}", "{\"choices\": 1}"})
    void repeatsAfterWhatIsNoCompletion(String body) throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.json(200, body),
                Bodies.completion(Bodies.OK))) {
            assertThat(vlm.ask().getFirst()).isInstanceOf(Reply.Valid.class);
            assertThat(vlm.recorder.counted(MetricNames.VLM_RETRIES, "cause", "garbled")).isEqualTo(1);
        }
    }

    @Test
    void readsAnErrorThatIsWrappedIntoASuccess() throws Exception {
        String body = "{\"error\": {\"code\": 402, \"message\": \"no credits\"}}";
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.json(200, body))) {
            assertThat(detail(vlm.ask())).startsWith("HTTP 402: no credits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": \"words\"}", "{\"message\": \"words\"}", "{\"detail\": \"words\"}", "words",
        " wor\\u0000ds\\n"})
    void quotesTheServerInEveryShape(String body) throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.json(400, body))) {
            assertThat(detail(vlm.ask())).startsWith("HTTP 400: wor").doesNotContain("\n");
        }
    }

    @Test
    void shortensLongWords() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.json(400, "x".repeat(9999)))) {
            assertThat(detail(vlm.ask())).hasSizeLessThan(400);
        }
    }

    private static Duration pauseAfter(String header, String value) throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(
                Bodies.error(503, "busy").newBuilder().addHeaderLenient(header, value).build(),
                Bodies.completion(Bodies.OK))) {
            assertThat(vlm.ask().getFirst()).isInstanceOf(Reply.Valid.class);
            return vlm.time.pauses().getFirst();
        }
    }

    private static String detail(List<Reply> replies) {
        return ((Reply.Unavailable) replies.getFirst()).detail();
    }
}
