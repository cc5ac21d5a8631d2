/** How long frames take from append to visible. Depends on {@code plant}, {@code stub} and {@code report}. */
@NullMarked
package dev.andon.bench.latency;

import org.jspecify.annotations.NullMarked;
