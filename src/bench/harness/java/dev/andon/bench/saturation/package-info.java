/** How full each contender keeps the model's slots. Depends on {@code plant}, {@code stub} and {@code report}. */
@NullMarked
package dev.andon.bench.saturation;

import org.jspecify.annotations.NullMarked;
