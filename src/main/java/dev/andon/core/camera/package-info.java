/**
 * How cameras are doing, and what happens to them. Depends on {@code core.frame}.
 */
@NullMarked
package dev.andon.core.camera;

import org.jspecify.annotations.NullMarked;
