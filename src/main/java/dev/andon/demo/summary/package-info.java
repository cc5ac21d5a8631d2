/**
 * What a demonstration showed: whether every frame has exactly one decision in its order, and how often decisions were wrong with and without the gate. Pure arithmetic over what was sent and what was read back; may depend on {@code dev.andon.core} alone.
 */
@NullMarked
package dev.andon.demo.summary;

import org.jspecify.annotations.NullMarked;
