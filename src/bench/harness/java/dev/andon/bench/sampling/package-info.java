/** How many calls stopping rules save, and what they change. Depends on {@code plant} and {@code report}. */
@NullMarked
package dev.andon.bench.sampling;

import org.jspecify.annotations.NullMarked;
