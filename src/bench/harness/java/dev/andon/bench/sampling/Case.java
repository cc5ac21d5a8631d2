package dev.andon.bench.sampling;

import java.util.Map;
import java.util.Objects;

import dev.andon.core.decision.Recipe;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * One frame, and all that a model says about it when it is asked for all samples.
 *
 * @param recipe  takes all samples
 * @param replies by index, those in place of invalid ones included
 * @param truth   of the part; null where there is none
 */
record Case(Recipe recipe, Map<Integer, Reply> replies, @Nullable Result truth) {

    Case {
        replies = Map.copyOf(replies);
    }

    Reply reply(int index) {
        return Objects.requireNonNull(replies.get(index), () -> "sample " + index + " was never asked for");
    }
}
