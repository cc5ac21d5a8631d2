package dev.andon.core.decision;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;

import org.jspecify.annotations.Nullable;

/**
 * Where a frame goes, and why.
 *
 * @param route     where its record goes
 * @param reason    why it is held; null where it is accepted
 * @param result    the published one: {@code OK} or {@code NOT_OK} where accepted, {@code NOT_DECIDABLE} where held with
 *                  samples to judge by, {@code UNDEFINED} where there is no score
 * @param answer    the most frequent answer; null where there are too few samples
 * @param detail    the rule that matched, with its values, as one sentence for people
 * @param scorable  whether it passed rules 1 to 6
 * @param auditCopy whether a copy goes to a person besides
 */
public record Decision(
        Route route,
        @Nullable Reason reason,
        Result result,
        @Nullable Answer answer,
        String detail,
        boolean scorable,
        boolean auditCopy) {}
