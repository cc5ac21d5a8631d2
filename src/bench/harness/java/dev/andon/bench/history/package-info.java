/** How fast recorded decisions are made anew. Depends on {@code plant}, {@code work} and {@code report}. */
@NullMarked
package dev.andon.bench.history;

import org.jspecify.annotations.NullMarked;
