package dev.andon.demo.cameras;

import dev.andon.core.sampling.Result;

import org.jspecify.annotations.Nullable;

/**
 * What a synthetic frame really shows. It is kept beside the image, never in it.
 *
 * @param label   {@code ok} or the name of the defect that was drawn, whether or not it can be seen
 * @param result  of the part itself; trouble in front of the lens does not make a part bad
 * @param trouble what makes the frame hard to judge, for instance {@code glare}; null where nothing does
 */
public record Truth(String label, Result result, @Nullable String trouble) {}
