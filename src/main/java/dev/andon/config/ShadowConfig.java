package dev.andon.config;

/**
 * The application that tries candidates out beside what decides.
 *
 * @param share of the frames, above 0 and up to 1
 */
public record ShadowConfig(double share) {}
