/**
 * What people say of inspections, and what comes of it. Depends on {@code core.decision} and {@code core.calibration}.
 */
@NullMarked
package dev.andon.core.review;

import org.jspecify.annotations.NullMarked;
