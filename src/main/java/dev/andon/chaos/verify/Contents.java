package dev.andon.chaos.verify;

import java.util.List;

import dev.andon.core.review.Reviewed;

/**
 * What stands in the topics; the records of a partition in their order.
 *
 * @param inputs   frames
 * @param outputs  decisions, their audit copies, and dead letters
 * @param ballots  verdicts
 * @param reviewed inspections with verdicts
 * @param learnt   thresholds
 */
record Contents(List<Input> inputs, List<Output> outputs, List<Ballot> ballots, List<Reviewed> reviewed,
        Learnt learnt) {}
