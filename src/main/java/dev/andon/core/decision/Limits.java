package dev.andon.core.decision;

/**
 * The bounds of rules 5 and 6.
 *
 * @param maxAbstainShare a frame is held where at least this share of the samples is {@code unsure}; above 0, up to 1
 * @param maxDisagreement a frame is held where more than this share of the samples differs in result; 0 to 1
 */
public record Limits(double maxAbstainShare, double maxDisagreement) {}
