package dev.andon.vlm;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Reply;

/** What was found in the text of a model. */
sealed interface ParsedAnswer {

    /** An answer of the recipe with a caption that is not blank. */
    record Parsed(Answer answer, String caption) implements ParsedAnswer {}

    /** No sample. */
    record Unusable(Reply.Cause cause, String detail) implements ParsedAnswer {}
}
