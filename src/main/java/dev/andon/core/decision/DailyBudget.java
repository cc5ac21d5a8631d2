package dev.andon.core.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a line may spend on the model on one day (UTC). A frame that comes after that is held.
 *
 * @param calls  samples asked for; null for any number
 * @param tokens of prompts and answers; null for any number
 */
public record DailyBudget(@Nullable Long calls, @Nullable Long tokens) {}
