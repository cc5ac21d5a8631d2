package dev.andon.vlm;

import java.util.List;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Reply.Cause;
import dev.andon.core.sampling.Sample;
import dev.andon.metrics.MetricNames;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SamplerReplyTest {

    @Test
    void bringsOneSample() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.completion(Bodies.OK))) {
            Sample sample = ((Reply.Valid) vlm.ask(2, 1).getFirst()).sample();

            assertThat(sample.index()).isEqualTo(2);
            assertThat(sample.answer()).isEqualTo(new Answer("ok"));
            assertThat(sample.caption()).isEqualTo("Four holes are there.");
            assertThat(sample.seed()).isEqualTo(1002);
            assertThat(sample.promptTokens()).isEqualTo(301);
            assertThat(sample.completionTokens()).isEqualTo(41);
            assertThat(vlm.recorder.counted(MetricNames.VLM_CALLS, "outcome", "answered")).isEqualTo(1);
            assertThat(vlm.recorder.counted(MetricNames.VLM_TOKENS, "kind", "prompt")).isEqualTo(301);
            assertThat(vlm.meters.get(MetricNames.VLM_LATENCY).timer().count()).isEqualTo(1);
        }
    }

    @Test
    void dividesTheTokensAmongTheChoices() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.choices(c, 3))
                .answering(Bodies.completion(Bodies.OK, Bodies.OK, Bodies.OK))) {
            List<Sample> samples = vlm.ask(0, 3).stream().map(reply -> ((Reply.Valid) reply).sample()).toList();

            assertThat(samples).extracting(Sample::index).containsExactly(0, 1, 2);
            assertThat(samples).extracting(Sample::seed).containsExactly(1000L, 1001L, 1002L);
            assertThat(samples).extracting(Sample::promptTokens).containsExactly(101, 100, 100);
            assertThat(samples).extracting(Sample::completionTokens).containsExactly(14, 14, 13);
        }
    }

    @Test
    void saysWhichChoicesAreMissing() throws Exception {
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.choices(c, 4))
                .answering(Bodies.completion(Bodies.OK))) {
            List<Reply> replies = vlm.ask(4, 4);

            assertThat(replies).extracting(Reply::index).containsExactly(4, 5, 6, 7);
            assertThat(replies.getFirst()).isInstanceOf(Reply.Valid.class);
            assertThat(replies.subList(1, 4)).allSatisfy(
                    reply -> assertThat(((Reply.Invalid) reply).cause()).isEqualTo(Cause.MISSING_CHOICE));
            assertThat(vlm.recorder.counted(MetricNames.SAMPLES_INVALID, "cause", "missing_choice")).isEqualTo(3);
        }
    }

    @Test
    void dropsChoicesThatNobodyWanted() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.completion(Bodies.OK, Bodies.OK))) {
            assertThat(vlm.ask()).hasSize(1);
        }
    }

    @Test
    void ordersChoicesByTheirIndex() throws Exception {
        String body = """
            {"choices": [
              {"index": 1, "message": {"content": "{\\"answer\\":\\"ok\\",\\"caption\\":\\"second\\"}"}},
              {"index": 0, "message": {"content": [{"type": "text", "text": "{\\"answer\\":\\"ok\\","},
                                                   {"type": "text", "text": "\\"caption\\":\\"first\\"}"}]}}]}""";
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.choices(c, 2)).answering(Bodies.json(200, body))) {
            assertThat(vlm.ask(0, 2)).extracting(reply -> ((Reply.Valid) reply).sample().caption())
                    .containsExactly("first", "second");
        }
    }

    @Test
    void readsRefusalsAndEmptyMessages() throws Exception {
        String refusal = "{\"choices\": [{\"message\": {\"content\": null, \"refusal\": \"I cannot\"}}]}";
        String nothing = "{\"choices\": [{\"finish_reason\": \"stop\"}]}";
        String none = "{\"choices\": []}";
        try (SamplerFixture vlm = SamplerFixture.started().answering(Bodies.json(200, refusal),
                Bodies.json(200, nothing), Bodies.json(200, none))) {
            assertThat(cause(vlm.ask())).isEqualTo(Cause.REFUSED);
            assertThat(cause(vlm.ask())).isEqualTo(Cause.UNPARSEABLE);
            assertThat(cause(vlm.ask())).isEqualTo(Cause.MISSING_CHOICE);
        }
    }

    @Test
    void takesNoCaptionOfWhichBytesAreNoText() throws Exception {
        Buffer body = new Buffer().writeUtf8("{\"choices\": [{\"message\": {\"content\": "
                + "\"{\\\"answer\\\":\\\"ok\\\",\\\"caption\\\":\\\"bad ").writeByte(0xff).writeByte(0xc3)
                .writeUtf8(" byte\\\"}\"}}]}");
        try (SamplerFixture vlm = SamplerFixture.started().answering(new MockResponse.Builder().body(body).build())) {
            assertThat(vlm.ask().getFirst()).isEqualTo(new Reply.Invalid(0, Cause.UNPARSEABLE,
                    "the caption is damaged: the server sent bytes that are no UTF-8"));
        }
    }

    @Test
    void readsNoEndlessBody() throws Exception {
        MockResponse large = new MockResponse.Builder().body("x".repeat((int) ChatService.MAX_BODY + 1)).build();
        try (SamplerFixture vlm = new SamplerFixture(c -> Configs.attempts(c, 1)).answering(large)) {
            assertThat(((Reply.Unavailable) vlm.ask().getFirst()).detail()).contains("more than 1048576 bytes");
            assertThat(vlm.recorder.counted(MetricNames.VLM_CALLS, "outcome", "garbled")).isEqualTo(1);
        }
    }

    private static Cause cause(List<Reply> replies) {
        return ((Reply.Invalid) replies.getFirst()).cause();
    }
}
