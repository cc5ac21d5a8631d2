package dev.andon.core.decision;

/**
 * The bounds of rule 3, all inclusive. See {@link dev.andon.core.frame.ImageQuality} for the units.
 *
 * @param minSharpness at least 0
 * @param minExposure  0 to 1
 * @param maxExposure  {@code minExposure} to 1
 */
public record QualityGate(double minSharpness, double minExposure, double maxExposure) {}
