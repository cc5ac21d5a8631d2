/**
 * Names, labels and recorder of everything that is counted or timed. Depends on {@code core}.
 */
@NullMarked
package dev.andon.metrics;

import org.jspecify.annotations.NullMarked;
