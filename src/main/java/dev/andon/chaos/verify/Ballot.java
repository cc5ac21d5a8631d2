package dev.andon.chaos.verify;

import dev.andon.core.frame.Position;
import dev.andon.core.review.Verdict;

/**
 * One record of the topic of verdicts.
 *
 * @param at where it stands
 */
record Ballot(Position at, Verdict verdict) {}
