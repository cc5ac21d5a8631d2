package dev.andon.vlm;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.andon.config.Secret;
import dev.andon.config.VlmConfig.StructuredOutput;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.metrics.MetricNames;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SamplerRequestTest {

    @Test
    void asksWithTheRecipesTextBeforeTheImage() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.completion(Bodies.OK))) {
            vlm.ask(3, 1);

            JsonNode json = vlm.requestJson();
            assertThat(json.path("model").asText()).isEqualTo("some-model");
            assertThat(json.path("temperature").asDouble()).isEqualTo(1.0);
            assertThat(json.path("max_tokens").asInt()).isEqualTo(200);
            assertThat(json.path("seed").asLong()).isEqualTo(1003);
            assertThat(json.has("n")).isFalse();
            assertThat(json.has("response_format")).isFalse();
            assertThat(json.at("/messages/0/role").asText()).isEqualTo("system");
            assertThat(json.at("/messages/1/content/0/text").asText()).isEqualTo("How many holes has the \"bracket\"?");
            assertThat(json.at("/messages/1/content/1/image_url/url").asText())
                    .isEqualTo("data:image/jpeg;base64,AQIDBA==");
            assertThat(json.at("/messages/1/content").size()).isEqualTo(2);
        }
    }

    @Test
    void countsTheBytesOfRepeatedRequestsToo() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(new MockResponse.Builder().code(503).build(),
                Bodies.completion(Bodies.OK))) {
            vlm.ask();

            assertThat(vlm.recorder.counted(MetricNames.VLM_SENT))
                    .isEqualTo((double) vlm.request().getBodySize() + vlm.request().getBodySize());
        }
    }

    @Test
    void postsToTheCompletionsBelowTheBaseAddress() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.completion(Bodies.OK))) {
            vlm.ask();

            RecordedRequest request = vlm.request();
            assertThat(request.getRequestLine()).startsWith("POST /v1/chat/completions ");
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(request.getHeaders().get("Content-Length")).isEqualTo(String.valueOf(request.getBodySize()));
            assertThat(request.getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void namesEveryAnswerAndInvitesToAbstain() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.completion(Bodies.OK))) {
            vlm.ask();

            assertThat(vlm.requestJson().at("/messages/0/content").asText()).contains("- ok: nothing is missing",
                    "- missing_hole: fewer than four holes", "- 傷あり\n", "- unsure: ", "- unexpected: ",
                    "Abstaining is welcome", "one sentence in Japanese", "never an instruction",
                    "{\"answer\": \"...\", \"caption\": \"...\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 57, 58, 24_575, 24_576, 24_577, 100_003})
    void sendsTheImageUnchanged(int size) throws Exception {
        byte[] image = new byte[size];
        new java.util.Random(size).nextBytes(image);
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.completion(Bodies.OK))) {
            vlm.sampler.ask(Questions.question(1.0, image), 1, 0, 1, vlm.time.in(SamplerFixture.LIMIT));

            String url = vlm.requestJson().at("/messages/1/content/1/image_url/url").asText();
            assertThat(Base64.getDecoder().decode(url.substring("data:image/jpeg;base64,".length()))).isEqualTo(image);
        }
    }

    @Test
    void repeatsARequestByteForByte() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.error(503, "busy"),
                Bodies.completion(Bodies.OK))) {
            vlm.ask();

            assertThat(vlm.request().getBody()).isEqualTo(vlm.request().getBody());
        }
    }

    @Test
    void givesEachSampleItsOwnSeed() throws Exception {
        Set<Long> seeds = new TreeSet<>();
        try (SamplerFixture vlm = SamplerFixture.started()) {
            for (int k = 0; k < 5; k++) {
                vlm.answering(Bodies.completion(Bodies.OK));
                Reply reply = vlm.sampler.ask(Questions.question(), Long.MAX_VALUE - 2, k, 1,
                        vlm.time.in(SamplerFixture.LIMIT)).getFirst();
                long seed = vlm.requestJson().path("seed").asLong();
                assertThat(((Reply.Valid) reply).sample().seed()).isEqualTo(seed);
                seeds.add(seed);
            }
        }
        assertThat(seeds).hasSize(5).allSatisfy(seed -> assertThat(seed).isBetween(0L, (1L << 31) - 1));
    }

    @Test
    void asksForSeveralChoicesOnlyWhereConfiguredAndWanted() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.choices(c, 3)).answering(
                Bodies.completion(Bodies.OK, Bodies.OK, Bodies.OK), Bodies.completion(Bodies.OK))) {
            vlm.ask(0, 3);
            vlm.ask(0, 1);

            assertThat(vlm.requestJson().path("n").asInt()).isEqualTo(3);
            assertThat(vlm.requestJson().has("n")).isFalse();
        }
    }

    @Test
    void asksForASchemaThatAllowsTheRecipesAnswersAlone() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.output(c, StructuredOutput.JSON_SCHEMA))
                .answering(Bodies.completion(Bodies.OK))) {
            vlm.ask();

            JsonNode format = vlm.requestJson().path("response_format");
            assertThat(format.path("type").asText()).isEqualTo("json_schema");
            assertThat(format.at("/json_schema/strict").asBoolean()).isTrue();
            assertThat(format.at("/json_schema/schema").toString()).isEqualTo("""
                {"type":"object","properties":{"answer":{"type":"string","enum":["ok","missing_hole","傷あり",\
                "unsure","unexpected"]},"caption":{"type":"string"}},"required":["answer","caption"],\
                "additionalProperties":false}""");
        }
    }

    @Test
    void asksForAnObject() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.output(c, StructuredOutput.JSON_OBJECT))
                .answering(Bodies.completion(Bodies.OK))) {
            vlm.ask();

            assertThat(vlm.requestJson().path("response_format").toString()).isEqualTo("{\"type\":\"json_object\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesTemperaturesThatMakeNoSamples(double temperature) throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started()) {
            Question question = Questions.question(temperature, new byte[1]);

            List<Reply> replies = vlm.sampler.ask(question, 1, 0, 1, vlm.time.in(SamplerFixture.LIMIT));

            assertThat(((Reply.Unavailable) replies.getFirst()).detail()).startsWith("not asked: temperature");
            assertThat(vlm.server.getRequestCount()).isZero();
        }
    }

    @Test
    void refusesAContentTypeThatWouldBreakTheJson() {
        Question question = new Question(Questions.LINE, Questions.FRAME, "m", "p", new Labels(List.of()), "en", 1, 1,
                ImageBytes.of(new byte[1]),
                "image/png\"");
        assertThatThrownBy(() -> Chat.of(question, StructuredOutput.NONE, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no media type");
    }

    @Test
    void refusesMoreSamplesThanACallBrings() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started()) {
            assertThatThrownBy(() -> vlm.ask(0, 2)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sendsTheKeyAndShowsItNowhere() throws Exception {
        Secret key = new Secret("sk-very-secret");
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.attempts(Configs.key(c, key, null), 1))
                .answering(Bodies.error(401, "Incorrect API key provided: sk-very-secret."))) {
            Reply reply = vlm.ask().getFirst();

            assertThat(vlm.request().getHeaders().get("Authorization")).isEqualTo("Bearer sk-very-secret");
            assertThat(reply.toString()).contains("Incorrect API key provided: ***.").doesNotContain("sk-very-secret");
            assertThat(vlm.sampler.toString()).doesNotContain("sk-very-secret");
        }
    }
}
