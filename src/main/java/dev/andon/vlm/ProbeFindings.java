package dev.andon.vlm;

import java.util.List;

import dev.andon.http.CallResult;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.http.Failure.Cause;
import dev.andon.vlm.Completion.Choice;
import dev.andon.vlm.ParsedAnswer.Parsed;
import dev.andon.vlm.ProbeReport.Finding;
import dev.andon.vlm.ProbeReport.Support;

/** What the answers to the requests of a probe show. */
final class ProbeFindings {

    private ProbeFindings() {}

    static Finding choices(CallResult<Completion> result, int asked) {
        return switch (result) {
            case GaveUp<Completion> gaveUp -> failed(gaveUp);
            case Answered<Completion> answered -> {
                int came = answered.answer().choices().size();
                yield new Finding(came >= asked ? Support.HONOURED : Support.IGNORED,
                        came + " of " + asked + " choices came back");
            }
        };
    }

    /**
     * Whether answers follow the seed.
     *
     * @param first  an answer
     * @param again  the answer to the same request
     * @param others answers to requests with other seeds
     */
    static Finding seed(String first, String again, List<String> others) {
        if (!first.equals(again)) {
            return new Finding(Support.IGNORED, "the same seed brought different answers");
        }
        if (others.stream().allMatch(first::equals)) {
            return new Finding(Support.UNCLEAR, "every seed brought the same answer at temperature 1. "
                    + "If that holds for photographs too, sampling is not real there and shows no uncertainty");
        }
        return new Finding(Support.HONOURED, "the same seed brought the same answer, others brought others");
    }

    static Finding schema(CallResult<Completion> result) {
        return switch (result) {
            case GaveUp<Completion> gaveUp -> failed(gaveUp);
            case Answered<Completion> answered -> first(answered) instanceof Parsed
                    ? new Finding(Support.HONOURED,
                            "an answer in the form of the schema, which the prompt did not ask for")
                    : new Finding(Support.IGNORED, "the answer is not in the form of the schema");
        };
    }

    static Finding logprobs(CallResult<Completion> result) {
        return switch (result) {
            case GaveUp<Completion> gaveUp -> failed(gaveUp);
            case Answered<Completion> answered -> answered.answer().choices().stream().anyMatch(Choice::logprobs)
                    ? new Finding(Support.HONOURED, "probabilities came with the answer")
                    : new Finding(Support.IGNORED, "no probabilities came with the answer");
        };
    }

    /** Whether the first choice can be read. */
    static boolean usable(Answered<Completion> answered) {
        return first(answered) instanceof Parsed;
    }

    private static ParsedAnswer first(Answered<Completion> answered) {
        Choice choice = answered.answer().choices().stream().findFirst()
                .orElse(new Choice("", "", "", false, false));
        return AnswerParser.parse(choice, ProbeChats.LABELS);
    }

    private static Finding failed(GaveUp<Completion> gaveUp) {
        Support support = gaveUp.failure().cause() == Cause.REJECTED ? Support.REFUSED : Support.UNCLEAR;
        return new Finding(support, gaveUp.failure().detail());
    }
}
