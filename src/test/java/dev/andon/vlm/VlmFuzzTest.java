package dev.andon.vlm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.fuzz.Fuzzer;
import dev.andon.http.CallResult;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.http.Exchange;
import dev.andon.http.Failure;
import dev.andon.http.Outcomes;
import dev.andon.http.RetryHeader;
import dev.andon.vlm.Completion.Choice;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a server answers, it becomes samples or a reason. */
class VlmFuzzTest {

    private static final Outcomes<Completion> OUTCOMES = new Outcomes<>(ChatService.SERVICE, ResponseReader::read);

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String[] JSON = {"{", "}", "[", "]", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "NaN",
        "-0",
        "1e999", "choices", "message", "content", "answer", "caption", "finish_reason", "length", "refusal", "index",
        "usage", "reasoning_content", "<think>", "</think>", "```json", "'", ",", ":", "\u0000", "\ufeff", "ok"};

    @Test
    void chatCompletions() {
        Fuzzer.ofTexts("chat completions", List.of(Bodies.text(Bodies.OK), Bodies.text(Bodies.OK, "none", Bodies.OK),
                """
                    {"id": "x", "choices": [{"index": 1, "message": {"content": [{"type": "text", "text": "{\\"answer\\": \\"ok\\","}]},
                    "finish_reason": "length", "logprobs": {"content": []}}, {"index": 0, "message": {"refusal": "no"}}]}""",
                """
                    {"choices": [{"message": {"content": null, "reasoning_content": "<think>a</think>{\\"answer\\":\\"OK\\"}"}}],
                    "usage": {"prompt_tokens": 2147483647, "completion_tokens": -1}}"""),
                JSON).runTexts(VlmFuzzTest::completion);
    }

    @Test
    void answers() {
        Fuzzer.ofTexts("answers",
                List.of(Bodies.OK, "```json\n" + Bodies.OK + "\n```", "<think>{maybe}</think>" + Bodies.OK,
                        "{'answer': 'missing_hole', 'caption': '穴が\u3000足りない',}",
                        "The answer: " + Bodies.OK + Bodies.OK,
                        "{\"answer\": \"ok\", \"caption\": {\"a\": [[[[{\"b\": 1.5e3}]]]]}}"),
                JSON)
                .runTexts(text -> sound(
                        AnswerParser.parse(new Choice(text, "", "stop", false, false), Questions.LABELS)));
    }

    @Test
    void errorBodies() {
        Fuzzer.ofTexts("error bodies", List.of(
                "429 {\"error\": {\"message\": \"retry in 12.5s\", \"type\": \"insufficient_quota\", \"code\": 429}}",
                "500 {\"detail\": [{\"loc\": [\"body\"]}]}", "200 {\"error\": \"upstream\", \"code\": 503}",
                "404 <html><body>not found</body></html>",
                "529 {\"retryDelay\": \"12s\", \"error_type\": \"overloaded\"}"),
                "error", "message", "code", "type", "{", "}", "\"", "1e99", "-1", "retry in ", "999999s", "\r\n",
                "\u0085")
                .runTexts(text -> {
                    int status = Math.floorMod(text.hashCode(), 500) + 100;
                    int given = text.length() > 3 && text.substring(0, 3).matches("[2-5][0-9]{2}")
                            ? Integer.parseInt(text, 0, 3, 10)
                            : status;
                    return sound(OUTCOMES.of(response(given, Headers.EMPTY, text), Duration.ofSeconds(10), NOW));
                });
    }

    @Test
    void retryAfter() {
        Fuzzer.ofTexts("Retry-After",
                List.of("120", "0.5", "Fri, 02 Jan 2026 03:05:05 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
                        "999999999.999999999"),
                "GMT", "+9999", "Jan", "-", ".", "0", "\t", "٣")
                .runTexts(text -> {
                    Headers millis = headers("retry-after-ms", text);
                    Headers seconds = headers(RetryHeader.NAME, text);
                    boolean first = sound(OUTCOMES.of(response(429, millis, ""), Duration.ofSeconds(10), NOW));
                    return sound(OUTCOMES.of(response(429, seconds, text), Duration.ofSeconds(10), NOW)) || first;
                });
    }

    @Test
    void modelLists() {
        Fuzzer.ofTexts("model lists",
                List.of("{\"object\": \"list\", \"data\": [{\"id\": \"a\"}, {\"id\": \"b/c\", \"n\": 1}]}"),
                JSON).runTexts(text -> {
                    List<String> models = ModelList.of(response(200, Headers.EMPTY, text));
                    assertThat(models).allSatisfy(name -> assertThat(name).hasSizeLessThan(200));
                    return !models.isEmpty();
                });
    }

    private static boolean completion(String body) {
        CallResult<Completion> result = OUTCOMES.of(response(200, Headers.EMPTY, body), Duration.ofSeconds(10), NOW);
        if (sound(result) && result instanceof Answered<Completion> answered) {
            List<Reply> replies = new Replies(Questions.LABELS, 7, 2, 3).of(answered);
            assertThat(replies).extracting(Reply::index).containsExactly(2, 3, 4);
            return replies.stream().filter(VlmFuzzTest::sound).count() > 0;
        }
        return false;
    }

    private static boolean sound(Reply reply) {
        if (reply instanceof Reply.Valid(Sample sample)) {
            assertThat(Questions.LABELS.answers()).contains(sample.answer());
            assertThat(sample.caption()).isNotBlank();
            assertThat(sample.promptTokens()).isNotNegative();
            assertThat(sample.completionTokens()).isNotNegative();
        }
        return reply instanceof Reply.Valid;
    }

    private static boolean sound(ParsedAnswer parsed) {
        switch (parsed) {
            case ParsedAnswer.Parsed(var answer, String caption) -> {
                assertThat(Questions.LABELS.answers()).contains(answer);
                assertThat(caption).isNotBlank();
            }
            case ParsedAnswer.Unusable(var _, String detail) -> assertThat(detail).isNotBlank().hasSizeLessThan(200);
        }
        return parsed instanceof ParsedAnswer.Parsed;
    }

    private static boolean sound(CallResult<Completion> result) {
        if (result instanceof GaveUp<Completion>(Failure failure)) {
            assertThat(failure.detail()).isNotBlank().hasSizeLessThan(600).doesNotContain("\n");
            Duration pause = failure.retryAfter();
            assertThat(pause == null || !pause.isNegative()).isTrue();
            return pause != null;
        }
        return true;
    }

    /** As they come from the network, but that {@link RetryHeader} lets only text through. */
    private static Headers headers(String name, String value) {
        String line = value.replaceAll("[\\r\\n\\u0000]", "");
        boolean hidden = name.equals(RetryHeader.NAME) && !line.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return hidden ? Headers.EMPTY : new Headers.Builder().addUnsafeNonAscii(name, line).build();
    }

    private static Exchange.Response response(int status, Headers headers, String body) {
        return new Exchange.Response(status, headers, body, Duration.ofMillis(5));
    }
}
