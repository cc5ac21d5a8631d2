/**
 * Synthetic cameras: they draw three products on a conveyor, with defects and with trouble in front of the lens, and
 * keep the truth apart from the image. Depends on {@code core.frame}, {@code core.sampling} and Java2D.
 */
@NullMarked
package dev.andon.demo.cameras;

import org.jspecify.annotations.NullMarked;
