package dev.andon.bench.stub;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Chat completions with one label and captions as models write them, in other words each time. Any thread. */
final class Answers {

    private static final List<String> SUBJECTS = List.of("The bracket", "The steel bracket", "The part in view",
            "The stamped part", "The metal bracket on the belt");
    private static final List<String> FINDINGS = List.of("has all four holes and an intact slot",
            "shows four round holes near its corners", "looks complete, with every hole in its place",
            "carries four holes and one slot as it should");
    private static final List<String> REASONS = List.of("and no crack runs in from an edge.",
            "and its edges are free of cracks.", "without any visible crack.", "and the metal is sound throughout.");

    private final String label;

    Answers(String label) {
        this.label = label;
    }

    byte[] next(long number, RandomGenerator random) {
        return String.format(Locale.ROOT, """
            {"id":"chatcmpl-%d","object":"chat.completion","created":1764000000,"model":"stub","choices":[{"index":0,\
            "message":{"role":"assistant","content":"{\\"caption\\":\\"%s %s %s\\",\\"answer\\":\\"%s\\"}"},\
            "logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":812,"completion_tokens":31,\
            "total_tokens":843}}""", number, any(SUBJECTS, random), any(FINDINGS, random),
                any(REASONS, random), label).getBytes(StandardCharsets.UTF_8);
    }

    private static String any(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
