/**
 * Policies, recipes, thresholds and the rules that route a frame to a machine or to a person. Pure functions; depends on the other {@code core} packages named in front of it in the design: frame, sampling, uncertainty.
 */
@NullMarked
package dev.andon.core.decision;

import org.jspecify.annotations.NullMarked;
