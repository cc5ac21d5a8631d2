package dev.andon.vlm;

import java.util.List;

import dev.andon.config.VlmConfig.StructuredOutput;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Seeds;

/**
 * One chat completion to be asked for.
 *
 * @param model       name of the model at the server
 * @param system      static text on the form of the answer; may be empty
 * @param prompt      the question, sent before the image
 * @param image       sent after all text, so that servers reuse what they computed for the text
 * @param contentType media type of the image
 * @param temperature above 0
 * @param maxTokens   at least 1, per choice
 * @param seed        of the first choice
 * @param choices     {@code n}; at least 1
 * @param output      how the form of the answer is asked for
 * @param answers     the values that the schema allows
 * @param logprobs    whether token probabilities are asked for
 */
record Chat(
        String model,
        String system,
        String prompt,
        ImageBytes image,
        String contentType,
        double temperature,
        int maxTokens,
        long seed,
        int choices,
        StructuredOutput output,
        List<Answer> answers,
        boolean logprobs) {

    /**
     * @throws IllegalArgumentException if a value is out of bounds. A temperature of 0 makes all samples the same, which
     *                                  looks like certainty
     */
    Chat {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("temperature " + temperature
                    + " makes all samples the same: give one above 0, for instance 1.0");
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens " + maxTokens + " leaves no answer: give at least 1");
        }
        if (choices < 1) {
            throw new IllegalArgumentException("choices " + choices + ": at least 1 is asked for");
        }
        if (!contentType.matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")) {
            throw new IllegalArgumentException("content type '" + contentType + "' is no media type");
        }
        answers = List.copyOf(answers);
    }

    /** The chat that asks {@code question} for samples {@code first} to {@code first + count - 1}. */
    static Chat of(Question question, StructuredOutput output, long seed, int first, int count) {
        return new Chat(question.model(), Instructions.of(question), question.prompt(), question.image(),
                question.contentType(), question.temperature(), question.maxTokens(), Seeds.of(seed, first), count,
                output, question.labels().answers(), false);
    }
}
