package dev.andon.vlm;

import java.util.List;
import java.util.stream.IntStream;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Reply.Cause;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Seeds;
import dev.andon.http.CallResult.Answered;
import dev.andon.vlm.ParsedAnswer.Parsed;
import dev.andon.vlm.ParsedAnswer.Unusable;

/**
 * Turns a completion into one reply per wanted sample. Choices beyond those wanted are dropped.
 *
 * @param labels of the recipe
 * @param seed   base of the frame's seeds
 * @param first  index of the first sample
 * @param count  samples wanted
 */
record Replies(Labels labels, long seed, int first, int count) {

    List<Reply> of(Answered<Completion> answered) {
        return IntStream.range(0, count).mapToObj(k -> reply(answered, k)).toList();
    }

    List<Reply> unavailable(String detail) {
        return IntStream.range(0, count).<Reply>mapToObj(k -> new Reply.Unavailable(first + k, detail)).toList();
    }

    private Reply reply(Answered<Completion> answered, int k) {
        Completion completion = answered.answer();
        int came = completion.choices().size();
        if (k >= came) {
            return new Reply.Invalid(first + k, Cause.MISSING_CHOICE, "the server gave " + came + " of " + count
                    + " choices; set vlm.choicesPerRequest to what it honours");
        }
        int brought = Math.min(came, count);
        return switch (AnswerParser.parse(completion.choices().get(k), labels)) {
            case Unusable(Cause cause, String detail) -> new Reply.Invalid(first + k, cause, detail);
            case Parsed parsed -> new Reply.Valid(new Sample(first + k, parsed.answer(), parsed.caption(),
                    Seeds.of(seed, first + k), answered.latency(), share(completion.promptTokens(), k, brought),
                    share(completion.completionTokens(), k, brought)));
        };
    }

    /** Part {@code k} of {@code total} in {@code parts} whole parts, which add up to it. */
    private static int share(int total, int k, int parts) {
        return total / parts + (k < total % parts ? 1 : 0);
    }
}
