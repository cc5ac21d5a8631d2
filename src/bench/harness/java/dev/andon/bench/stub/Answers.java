package dev.andon.bench.stub;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Chat completions with one label and captions that differ. Any thread. */
final class Answers {

    private final String label;

    Answers(String label) {
        this.label = label;
    }

    byte[] next(long number, RandomGenerator random) {
        return String.format(Locale.ROOT, """
            {"id":"chatcmpl-%d","object":"chat.completion","created":1764000000,"model":"stub","choices":[{"index":0,\
            "message":{"role":"assistant","content":"{\\"caption\\":\\"%s\\",\\"answer\\":\\"%s\\"}"},\
            "logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":812,"completion_tokens":31,\
            "total_tokens":843}}""", number, Captions.next(random), label).getBytes(StandardCharsets.UTF_8);
    }
}
