/** Whether many lines go on side by side. Depends on {@code plant}, {@code stub} and {@code report}. */
@NullMarked
package dev.andon.bench.scale;

import org.jspecify.annotations.NullMarked;
