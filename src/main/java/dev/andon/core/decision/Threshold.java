package dev.andon.core.decision;

/**
 * The bound of rule 8, for one line and recipe: a frame is accepted where uncertainty ≤ value.
 *
 * @param value    0 to 1
 * @param version  grows with each change of this line and recipe
 * @param mode     how it came about
 * @param evidence what it rests on, in words
 */
public record Threshold(double value, long version, ThresholdMode mode, String evidence) {}
