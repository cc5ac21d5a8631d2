/**
 * Thresholds that are learnt: from scores, from what people say of frames drawn by lot, and from what it costs to be wrong.
 * One {@link dev.andon.core.calibration.Learner} for each line and recipe. Pure functions and plain state, no clock;
 * depends on {@code core.decision}.
 */
@NullMarked
package dev.andon.core.calibration;

import org.jspecify.annotations.NullMarked;
